/** The most guessed passwords of eight characters and more, and what people would think of for this product. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 password password1 password12 password123 passw0rd p@ssw0rd qwertyui qwerty12 qwerty123
  qwertyuiop 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 zaq12wsx asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 abcd1234 abc12345
  abcdefgh abcdefg1 iloveyou iloveyou1 sunshine sunshine1 princess princess1 football football1 baseball baseball1
  basketball superman superman1 batman123 trustno1 welcome1 welcome12 welcome123 monkey123 dragon123 master123
  michael1 jennifer jordan23 letmein1 letmein123 letmeinnow whatever starwars computer internet corvette mercedes
  maverick cocacola 11111111 00000000 88888888 87654321 98765432 987654321 0987654321 123123123 11223344 12341234
  12344321 123454321 147258369 159357456 789456123 123qweasd 123qwe123 1234qwer qwer1234 asdf1234 a1b2c3d4 aa123456
  a1234567 admin123 admin1234 administrator changeme changeme1 changeme123 default1 secret123 test1234 testtest
  guest123 user1234 login123 hello123 google123 facebook linkedin pokemon1 samsung1 spring2024 summer2024 autumn2024
  winter2024 spring2025 summer2025 autumn2025 winter2025 spring2026 summer2026 autumn2026 winter2026 november2026
  december2026 clearance clearance1 clearance123 county123 courthouse attorney attorney1 district1 california
  california1 losangeles losangeles1 sacramento sanfrancisco prosecutor paralegal dismissal dismissed conviction`
    .split(/\s+/)
    .filter(Boolean),
);

export declare function findOldestPostgres(): string | undefined;

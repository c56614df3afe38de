import type { Policy } from '../policy/policy.ts';

/** For a policy whose source does not say what becomes of a conviction that was set aside before. */
export const setAsideNote: Required<Pick<Policy, 'confirm' | 'confirmEs'>> = {
  confirm:
    'A conviction set aside under PC 1203.4, or noted under PC 1203.425, is out of scope here. HS 11361.8 gives more, so the office may keep it in scope.',
  confirmEs:
    'Una condena dejada sin efecto según PC 1203.4, o anotada según PC 1203.425, queda aquí fuera del alcance. HS 11361.8 concede más, de modo que la oficina puede mantenerla dentro del alcance.',
};

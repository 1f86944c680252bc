import { act } from "./answered.ts";
import { api } from "./api.ts";
import type { AccountRole } from "./session.ts";

/** What one changes of one's own access. */
export const changePassword = (old: string, password: string) =>
  act((init) => api.account.password.$put({ json: { old, new: password } }, { init }));

export const beginTotp = (password: string) =>
  act((init) => api.account.totp.$post({ json: { password } }, { init }));

export const confirmTotp = (code: string) =>
  act((init) => api.account.totp.$put({ json: { code } }, { init }));

export const dropTotp = (password: string) =>
  act((init) => api.account.totp.$delete({ json: { password } }, { init }));

/** What a coordinator changes of who may sign in. */
export type NewUser = { login: string; role: AccountRole; service: string | null };
export type UserChange = { role?: AccountRole; service?: string | null; disabled?: boolean };

export const inviteUser = (user: NewUser) => act((init) => api.users.$post({ json: user }, { init }));

export const changeUser = (user: string, change: UserChange) =>
  act((init) => api.users[":user"].$patch({ param: { user }, json: change }, { init }));

export const newLink = (user: string) =>
  act((init) => api.users[":user"].invite.$post({ param: { user } }, { init }));

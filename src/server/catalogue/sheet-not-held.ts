/** A version of a sheet this process has not heard of yet: another one made it known. Whoever meets it reads anew and tries again. */
export class SheetNotHeld extends Error {
  constructor(sheetId: string, version: string) {
    super(`content holds no sheet ${sheetId} ${version}`);
  }
}

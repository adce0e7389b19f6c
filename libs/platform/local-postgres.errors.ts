/** Another living process already runs the database of this folder. The message is one Swedish line for the terminal. */
export class FolderBusy extends Error {
  override name = 'FolderBusy';
}

/** The folder, or what lies in it, cannot carry the database; nothing in it was changed. The message is one Swedish line for the terminal. */
export class FolderUnusable extends Error {
  override name = 'FolderUnusable';
}

/** PostgreSQL was there but would not start. The message is Swedish and ends with the server's own last words. */
export class StartFailed extends Error {
  override name = 'StartFailed';
}

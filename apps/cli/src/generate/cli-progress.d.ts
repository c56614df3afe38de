/** As much of the package as is used here; it comes without types. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: {
      format: string;
      stream: NodeJS.WritableStream;
      clearOnComplete: boolean;
      hideCursor: boolean;
    });
    start(total: number, done: number): void;
    update(done: number): void;
    stop(): void;
  }
}

/** The path of the bundle of the module at `entry`, a path in the working folder. */
export function compiled(entry: string): Promise<string>;

export async function registerImports(_app: unknown, _options: unknown): Promise<void> {}

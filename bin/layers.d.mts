export function judge(
  root: string,
  folders?: string[],
): Promise<{ modules: number; violations: { rule: string; sentence: string }[] }>

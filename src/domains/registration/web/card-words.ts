/** What a card says where the programme has no words of its own; cards are Japanese. */
export const cardWords = {
  title: '登録票',
  notes: (phone: string): string[] => [
    'この票は、名前の方が登録されていることを示すものです。',
    ...(phone === '' ? [] : [`拾われた方は、お手数ですが ${phone} までご連絡ください。`]),
  ],
} as const

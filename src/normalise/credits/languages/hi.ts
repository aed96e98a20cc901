import type { CreditWords } from '../credit-words.ts'

/** Hindi and Bengali. */
export const hi: CreditWords = {
  labels: 'फोटो फ़ोटो तस्वीर सोर्स स्रोत ছবি সূত্র',
  strongLabels: '',
  by: '',
  connectors: 'साभार क्रेडिट',
  flags: { file: 'फाइल फ़ाइल', handout: 'সংগৃহীত' },
  remarks: {
    file: ['फाइल फोटो', 'फ़ाइल फोटो', 'फाइल तस्वीर', 'फ़ाइल फ़ोटो', 'ফাইল ছবি'],
    illustration: ['प्रतीकात्मक तस्वीर', 'प्रतीकात्मक फोटो', 'सांकेतिक तस्वीर', 'सांकेतिक फोटो', 'প্রতীকী ছবি'],
    handout: ['सोशल मीडिया', 'সংগৃহীত ছবি', 'সংগৃহীত'],
  },
}

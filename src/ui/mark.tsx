import type { VNode } from 'preact'

/** Two people beside each other, and the ground they stand on. */
export const Mark = (): VNode => (
  <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <circle cx="11" cy="9" r="4" />
    <circle cx="21" cy="11" r="3.4" />
    <path d="M4.5 23c0-4.600 2.900-8 6.500-8 2.300 0 4.200 1.300 5.400 3.300 1.100-1.300 2.700-2.100 4.600-2.100 3.500 0 6.200 2.900 6.500 6.800z" />
    <path class="ground" d="M3 27.500c8 1.800 18 1.800 26 0" />
  </svg>
)

/** Room for the numbers of the vertical axis; the shared time axis begins after it. */
export const CHART_GUTTER_PX = 48

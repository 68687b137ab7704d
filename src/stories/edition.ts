/**
 * The edition of origins and stories: raised when statements are made, found or compared otherwise, so that an index kept
 * from before does not fit what is added to it.
 */
export const STORIES_EDITION = 2

/**
 * A JSON text as a small tree of values that know where they stand, so that whoever refuses one can say which.
 *
 * <p>It is for settings that people write: strict, bounded in size and depth, and without duplicate keys.
 */
package io.nabla.io.json;

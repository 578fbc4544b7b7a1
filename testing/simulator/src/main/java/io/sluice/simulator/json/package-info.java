/**
 * JSON as the simulator reads and writes it. It shares no code with the library's own reader, so
 * that an error of that reader cannot hide.
 *
 * <p>Not here: what the fields of a request mean (chat), JSON Schema (schema).
 */
@NullMarked
package io.sluice.simulator.json;

import org.jspecify.annotations.NullMarked;

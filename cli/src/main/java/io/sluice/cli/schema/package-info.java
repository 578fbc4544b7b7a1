/**
 * JSON Schemas of answers: reading one, sending it with a request, and checking an answer by it.
 *
 * <p>Not here: what a server's own format calls a schema, which is for its dialect to say.
 */
@NullMarked
package io.sluice.cli.schema;

import org.jspecify.annotations.NullMarked;

/**
 * One request from its flags to its exit code, as all commands that ask do it: the server that is
 * chosen, the request, the sinks, the report.
 *
 * <p>Not here: what only one command does.
 */
@NullMarked
package io.sluice.cli.run;

import org.jspecify.annotations.NullMarked;

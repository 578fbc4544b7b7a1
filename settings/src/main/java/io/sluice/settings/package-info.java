/**
 * What a user has settled in files: {@code sluice.yaml} of the user and of a project, the endpoints
 * that they and Sluice name, and where each endpoint's key comes from.
 *
 * <p>Not here: flags and the variables that stand for them, which belong to the command.
 */
@NullMarked
package io.sluice.settings;

import org.jspecify.annotations.NullMarked;

/**
 * {@code sluice models}: the models that a server offers, and what shells complete of them.
 *
 * <p>Not here: how a server is found and asked, which is in {@code run} and in the dialects.
 */
@NullMarked
package io.sluice.cli.models;

import org.jspecify.annotations.NullMarked;

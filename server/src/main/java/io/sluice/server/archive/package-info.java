/**
 * The runs that are kept on disk or made elsewhere, as the server looks them up.
 *
 * <p>Not here: the sink that keeps them, and how they are put back among those in memory ({@code
 * runs}).
 */
@NullMarked
package io.sluice.server.archive;

import org.jspecify.annotations.NullMarked;

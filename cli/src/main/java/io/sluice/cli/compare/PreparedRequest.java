package io.sluice.cli.compare;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.run.Upstream;
import io.sluice.stream.StreamOptions;

/**
 * A request that is ready to be sent.
 *
 * @param variant what it is in the comparison
 * @param request what is asked
 * @param options how
 * @param upstream the server that is asked
 */
record PreparedRequest(
    Variant variant, ChatRequest request, StreamOptions options, Upstream upstream) {}

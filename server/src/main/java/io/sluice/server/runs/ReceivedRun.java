package io.sluice.server.runs;

import io.sluice.stream.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * A run whose answer this server receives while it passes it on.
 *
 * @param id the name of the run, as {@link RunShelf#name} gave it
 * @param started when the request came
 * @param owner the name of the token that the run belongs to
 * @param endpoint the name of the endpoint that answers
 * @param source the answer
 * @param stopping how the run is stopped by one who may see it; empty if stopping its stream is all
 */
public record ReceivedRun(
    String id,
    Instant started,
    String owner,
    String endpoint,
    Source source,
    Optional<Runnable> stopping) {}

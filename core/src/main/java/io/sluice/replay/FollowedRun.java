package io.sluice.replay;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.transcript.TranscriptLine.OpenLine;
import io.sluice.wire.Dialect;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows a run that goes on elsewhere, or has ended: plays its lines through the dialect that
 * reads live answers, from its opening to its end. A line that was there before is passed over; one
 * that is missing is an {@linkplain Irregularity.Kind#MISSING_LINES irregularity}. If no line comes
 * for as long as {@link FollowedLines} waits, the answer is {@link Status#TRUNCATED}. Following
 * never sends a request.
 *
 * <p>Each stream has a daemon thread of its own until it ends.
 */
public final class FollowedRun implements Source {

  private final OpenLine opening;
  private final String place;
  private final Dialect dialect;
  private final FollowedLines.Opening lines;
  private final ClassLoader loader;

  private FollowedRun(
      OpenLine opening, String place, Dialect dialect, FollowedLines.Opening lines) {
    this.opening = Objects.requireNonNull(opening, "opening");
    this.place = Objects.requireNonNull(place, "place");
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.lines = Objects.requireNonNull(lines, "lines");
    this.loader = Thread.currentThread().getContextClassLoader();
  }

  /**
   * Returns the source of a run.
   *
   * @param opening the line that opens it
   * @param place where it is read, as {@link #endpoint} says it
   * @param dialect the dialect that the opening names
   * @param lines begins to read its lines, each time it is followed, on a thread that has the
   *     context class loader of the caller of this
   */
  public static FollowedRun of(
      OpenLine opening, String place, Dialect dialect, FollowedLines.Opening lines) {
    return new FollowedRun(opening, place, dialect, lines);
  }

  /** Returns a stream of the run. Of the options, only the observers of retries are used. */
  @Override
  public ChatStream open(StreamOptions options) {
    Objects.requireNonNull(options, "options");
    Dialect.Reader reader =
        request().map(asked -> dialect.reader(asked.expectedChoices())).orElseGet(dialect::reader);
    return FedStream.of(new RunFollower(lines, new LinePlay(reader, options.onRetry()), loader));
  }

  /** Returns the request that was recorded, if the run holds it. */
  @Override
  public Optional<ChatRequest> request() {
    return opening.request();
  }

  @Override
  public String endpoint() {
    return place;
  }

  @Override
  public String dialect() {
    return dialect.name();
  }

  /** Returns the attributes of the run. */
  @Override
  public Map<String, String> attributes() {
    return opening.attributes();
  }
}

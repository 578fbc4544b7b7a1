package io.sluice.json;

import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * Reads the JSON objects of one stream of chat completion chunks without building a tree, and
 * without a parser if a chunk only repeats the last one's form. It tolerates all variations of real
 * servers, and reports those that it tolerates. Mutable; for one thread at a time.
 */
public final class ChunkReader {

  private final ChunkReaders parsers;
  private final ReaderState remembered;
  private final Refrain refrain = new Refrain();
  private Optional<Failure.Provider> error = Optional.empty();
  private boolean ours = true;

  /** Creates a reader for one stream, with a parser of its own. */
  public ChunkReader() {
    this(new ChunkReaders(), ReaderState.UNKNOWN_CHOICES);
  }

  ChunkReader(ChunkReaders parsers, int choices) {
    this.parsers = parsers;
    this.remembered = new ReaderState(choices);
  }

  /**
   * Reads one chunk, or a whole completion as one chunk, from UTF-8. Moves the buffer's position to
   * its limit and keeps none of it.
   *
   * @param at the time of its arrival since the request was written
   * @param remarks is told, before this returns, of the irregularities that were tolerated
   * @throws MalformedJsonException if it is no JSON object, is nested deeper than 500, or has an
   *     index beyond 1023
   */
  public Chunk read(ByteBuffer payload, Duration at, Consumer<Kind> remarks) {
    Payload said = Payload.of(payload);
    Chunk repeated = refrain.read(said, at);
    if (repeated != null) {
      forgetError();
      ours = true;
      return repeated;
    }
    if (!said.isValid()) {
      remarks.accept(Kind.INVALID_UTF8);
      Chunk chunk = parse(Payload.of(said.json()), at, remarks);
      refrain.forget(); // Each such chunk must be reported.
      return chunk;
    }
    return parse(said, at, remarks);
  }

  /** Reads one chunk from text, as {@link #read(ByteBuffer, Duration, Consumer)} does. */
  public Chunk read(String payload, Duration at, Consumer<Kind> remarks) {
    Objects.requireNonNull(payload, "payload");
    return read(StandardCharsets.UTF_8.encode(payload), at, remarks);
  }

  /** The error that the last chunk reports, if it reports one in any of the known forms. */
  public Optional<Failure.Provider> error() {
    return error;
  }

  /** Whether the last chunk looks like one of chat completions, or reports an error in its form. */
  public boolean isOurs() {
    return ours || error.isPresent();
  }

  private void forgetError() {
    if (error.isPresent()) {
      error = Optional.empty();
    }
  }

  private Chunk parse(Payload payload, Duration at, Consumer<Kind> remarks) {
    return parsers.read(members -> parse(members, payload, at, remarks));
  }

  private Chunk parse(ChunkMembers members, Payload payload, Duration at, Consumer<Kind> remarks) {
    Chunk chunk;
    try {
      chunk = members.read(payload, remembered, at, remarks);
    } catch (JacksonException unreadable) {
      throw Document.malformed(unreadable, members.stoppedAt(payload));
    }
    error = members.draft().error();
    ours = members.isOurs();
    refrain.learn(payload, chunk, members.draft());
    return chunk;
  }
}

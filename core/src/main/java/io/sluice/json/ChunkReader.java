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
 * Reads the JSON objects of one stream of chat completion chunks, without building a tree and with
 * one parser for them all, which rests where a chunk only repeats the last. Forgiving in all that real servers vary; what it forgives it tells.
 * Mutable; for one thread at a time; of no more use once it has thrown.
 */
public final class ChunkReader {

  private final Draft draft = new Draft();
  private final Refrain refrain = new Refrain();
  private ChunkMembers members = new ChunkMembers(draft);

  /** A reader for one stream. */
  public ChunkReader() {}

  /**
   * Reads one chunk, or a whole completion as one chunk, from UTF-8. Moves the buffer's position to
   * its limit and keeps none of it.
   *
   * @param at when it was received, since the request was written
   * @param remarks told, before this returns, of what was forgiven
   * @throws MalformedJsonException if it is no JSON object, is nested deeper than 500, or has an
   *     index beyond 1023
   */
  public Chunk read(ByteBuffer payload, Duration at, Consumer<Kind> remarks) {
    byte[] bytes = array(payload);
    int offset = payload.hasArray() ? payload.arrayOffset() + payload.position() : 0;
    int length = payload.remaining();
    payload.position(payload.limit());
    draft.begin(remarks);
    String json = Utf8.decode(bytes, offset, length);
    if (json.indexOf('\uFFFD') >= 0 && !Utf8.isValid(bytes, offset, length)) {
      draft.irregular(Kind.INVALID_UTF8);
      byte[] repaired = json.getBytes(StandardCharsets.UTF_8);
      return parse(repaired, 0, repaired.length, json, at);
    }
    Chunk repeated = refrain.read(bytes, offset, length, json, at);
    return repeated == null ? parse(bytes, offset, length, json, at) : repeated;
  }

  /** {@link #read(ByteBuffer, Duration, Consumer)} from text. */
  public Chunk read(String payload, Duration at, Consumer<Kind> remarks) {
    Objects.requireNonNull(payload, "payload");
    return read(StandardCharsets.UTF_8.encode(payload), at, remarks);
  }

  /** The error that the chunk read last reports, if it reports one in any of the known shapes. */
  public Optional<Failure.Provider> error() {
    return draft.error();
  }

  private Chunk parse(byte[] bytes, int offset, int length, String json, Duration at) {
    if (members.isWorn()) {
      members = new ChunkMembers(draft);
    }
    try {
      Chunk chunk = members.read(bytes, offset, length, json, at);
      refrain.learn(bytes, offset, length, chunk, draft);
      return chunk;
    } catch (JacksonException unreadable) {
      throw Document.malformed(unreadable);
    }
  }

  /** The bytes where they stand, if they stand on the heap; else a copy. */
  private static byte[] array(ByteBuffer payload) {
    if (payload.hasArray()) {
      return payload.array();
    }
    var copy = new byte[payload.remaining()];
    payload.duplicate().get(copy);
    return copy;
  }
}

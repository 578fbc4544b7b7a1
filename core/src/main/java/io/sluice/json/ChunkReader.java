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
 * one parser for them all. Forgiving in all that real servers vary; what it forgives it tells.
 * Mutable; for one thread at a time; of no more use once it has thrown.
 */
public final class ChunkReader {

  private static final int USUAL = 1024;

  /** A buffer beyond this is not kept for the small chunks that follow. */
  private static final int LARGEST_KEPT = 64 * 1024;

  private final Draft draft = new Draft();
  private ChunkMembers members = new ChunkMembers(draft);
  private byte[] bytes = new byte[USUAL];

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
    int length = payload.remaining();
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, bytes.length * 2)];
    }
    payload.get(bytes, 0, length);
    draft.begin(remarks);
    String json = Utf8.decode(bytes, 0, length);
    if (json.indexOf('\uFFFD') >= 0 && !Utf8.isValid(bytes, 0, length)) {
      draft.irregular(Kind.INVALID_UTF8);
      bytes = json.getBytes(StandardCharsets.UTF_8);
      length = bytes.length;
    }
    return read(length, json, at);
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

  private Chunk read(int length, String json, Duration at) {
    if (members.isWorn()) {
      members = new ChunkMembers(draft);
    }
    try {
      return members.read(bytes, length, json, at);
    } catch (JacksonException unreadable) {
      throw Document.malformed(unreadable);
    } finally {
      bytes = bytes.length > LARGEST_KEPT ? new byte[USUAL] : bytes;
    }
  }
}

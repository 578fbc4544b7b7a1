package io.sluice.batch.journal;

import io.sluice.batch.row.RowFingerprint;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The input of a batch when it was begun, or gone on with.
 *
 * @param name its name, for people
 * @param size how many bytes it had; -1 if that is not known, as of a pipe
 * @param sha256 the digest of those bytes; empty text if it is not known
 */
public record InputState(String name, long size, String sha256) {

  private static final int READ = 64 * 1024;

  /** An input of which nothing is known but its name. */
  public static InputState unknown(String name) {
    return new InputState(name, -1, "");
  }

  /**
   * Reads a file through.
   *
   * @throws IOException if it cannot be read
   */
  public static InputState of(Path file) throws IOException {
    long size = Files.size(file);
    return new InputState(String.valueOf(file.getFileName()), size, digest(file, size));
  }

  /** Whether a file still begins with the bytes of this input; true if those are not known. */
  public boolean isBeginningOf(Path file) throws IOException {
    return !isKnown() || (Files.size(file) >= size && digest(file, size).equals(sha256));
  }

  private static String digest(Path file, long bytes) throws IOException {
    MessageDigest digest = RowFingerprint.digest();
    byte[] buffer = new byte[READ];
    long left = bytes;
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while (left > 0 && (read = in.read(buffer, 0, (int) Math.min(left, READ))) > 0) {
        digest.update(buffer, 0, read);
        left -= read;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Refuses null. */
  public InputState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** Whether the bytes are known. */
  public boolean isKnown() {
    return size >= 0;
  }

  void write(JsonWriter line) {
    line.field("input", name).field("size", size).field("sha256", sha256);
  }

  static Optional<InputState> read(JsonObject line) {
    return line.string("input")
        .map(
            name ->
                new InputState(
                    name, line.wholeNumber("size").orElse(-1), line.string("sha256").orElse("")));
  }
}

package io.sluice.transport.netty;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.FedStream;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.replay.RecordKind;
import io.sluice.transport.netty.replay.ReplayClock;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plays a recorded answer through the decoder and the dialect that read it from the wire: its body
 * as received, an event stream ({@code .sse}) or a document, or a transcript ({@code
 * docs/transcript-format.md}), told apart by their content. Whatever is asked, it answers with the
 * record, any number of times.
 *
 * <p>The file is read as the consumer asks for more, on its thread; at a speed, on one daemon
 * thread.
 */
public final class ReplayTransport implements ChatTransport {

  private final Path file;
  private final RecordKind recording;
  private final Dialect dialect;
  private final ReplayClock pace;

  private ReplayTransport(Builder builder, RecordKind recording, Dialect dialect) {
    this.file = builder.file;
    this.recording = recording;
    this.dialect = dialect;
    this.pace = ReplayClock.of(builder.speed);
  }

  /**
   * A transport that plays {@code file} at once.
   *
   * @throws IOException in one line, if the file cannot be read or holds no record
   */
  public static ReplayTransport of(Path file) throws IOException {
    return builder(file).build();
  }

  /** Assembles a transport that plays {@code file}. */
  public static Builder builder(Path file) {
    return new Builder(file);
  }

  @Override
  public ChatStream stream(ChatRequest request, StreamOptions options) {
    return FedStream.of(recording.source(file, dialect, pace, options));
  }

  /** The recorded request, whatever was asked; absent if the record does not hold it. */
  @Override
  public Optional<ChatRequest> answers(ChatRequest asked) {
    return recording.request();
  }

  /** The request that was recorded, if it was. */
  public Optional<ChatRequest> request() {
    return recording.request();
  }

  @Override
  public String endpoint() {
    return file.toString();
  }

  @Override
  public String dialect() {
    return dialect.name();
  }

  @Override
  public void close() {
    pace.close();
  }

  /** Assembles a transport. Mutable; for one thread. */
  public static final class Builder {

    private final Path file;
    private Dialect dialect = new OpenAiDialect();
    private Function<String, Dialect> others = Builder::unknown;
    private double speed;

    private Builder(Path file) {
      this.file = file;
    }

    /**
     * The dialect that was spoken, as far as the record does not say: an event stream never does.
     * OpenAI's chat completions if none is given.
     */
    public Builder dialect(Dialect spoken) {
      dialect = spoken;
      return this;
    }

    /**
     * Finds the dialect that a transcript names, where it is neither that of {@link #dialect} nor
     * OpenAI's; throws an IllegalArgumentException in one line if there is none of that name.
     */
    public Builder dialects(Function<String, Dialect> byName) {
      others = byName;
      return this;
    }

    /**
     * How fast a transcript is played: 1 as recorded, 2 twice as fast, 0 (the default) at once. An
     * event stream holds no times and is always played at once.
     *
     * @throws IllegalArgumentException if it is negative or no number
     */
    public Builder speed(double factor) {
      if (!(factor >= 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException("speed is " + factor + "; use 0 (at once) or more");
      }
      speed = factor;
      return this;
    }

    /**
     * The transport.
     *
     * @throws IOException in one line, if the file cannot be read, holds no record, or one in a
     *     dialect that is not known
     */
    public ReplayTransport build() throws IOException {
      RecordKind recording = RecordKind.inspect(file, dialect);
      Optional<String> said = recording.dialect();
      return new ReplayTransport(this, recording, said.isPresent() ? named(said.get()) : dialect);
    }

    private Dialect named(String name) throws IOException {
      if (name.equals(dialect.name())) {
        return dialect;
      }
      Dialect standard = new OpenAiDialect();
      try {
        return name.equals(standard.name()) ? standard : others.apply(name);
      } catch (IllegalArgumentException unknown) {
        throw new IOException(file + ": " + unknown.getMessage(), unknown);
      }
    }

    private static Dialect unknown(String name) {
      throw new IllegalArgumentException(
          "the record is in the dialect '" + name + "'; give the builder that one");
    }
  }
}

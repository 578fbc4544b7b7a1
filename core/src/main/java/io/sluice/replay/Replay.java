package io.sluice.replay;

import io.sluice.chat.ChatRequest;
import io.sluice.feed.FedStream;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plays a recorded answer through the dialect that reads live ones, any number of times. A record
 * is a transcript ({@code docs/transcript-format.md}), or the body of an answer as it was received:
 * a document or, with a decoder for it ({@link Builder#events}), an event stream. They are told
 * apart by their content.
 *
 * <p>The file is read as the consumer asks for more, on its thread; at a speed, on one daemon
 * thread. Nothing has to be closed but the streams.
 */
public final class Replay implements Source {

  private final Path file;
  private final RecordKind kind;
  private final Dialect dialect;
  private final Optional<BodyDecoder.Factory> decoders;
  private final ReplayClock clock;

  private Replay(Builder builder, RecordKind kind, Dialect dialect) {
    this.file = builder.file;
    this.kind = kind;
    this.dialect = dialect;
    this.decoders = builder.decoders;
    this.clock = ReplayClock.of(builder.speed);
  }

  /**
   * Returns a source that plays {@code file}, a transcript or a document, at once.
   *
   * @throws IOException in one line, if the file cannot be read or holds no such record
   */
  public static Replay of(Path file) throws IOException {
    return builder(file).build();
  }

  /** Assembles a source that plays {@code file}. */
  public static Builder builder(Path file) {
    return new Builder(file);
  }

  /** Returns a stream of the record. Of the options, only the observers of retries are used. */
  @Override
  public ChatStream open(StreamOptions options) {
    Objects.requireNonNull(options, "options");
    return FedStream.of(new TapePlayer(() -> tape(options), clock));
  }

  /** Returns the request that was recorded; only transcripts hold one. */
  @Override
  public Optional<ChatRequest> request() {
    return kind.request();
  }

  /** Returns the name of the file. */
  @Override
  public String endpoint() {
    return file.toString();
  }

  @Override
  public String dialect() {
    return dialect.name();
  }

  /** Returns the attributes of the run that was recorded; only transcripts hold any. */
  @Override
  public Map<String, String> attributes() {
    return kind.attributes();
  }

  private Tape tape(StreamOptions options) throws IOException {
    return switch (kind.kind()) {
      case EVENTS -> eventTape(in -> decoders.orElseThrow().decoder(kind.framing(), in));
      case DOCUMENT ->
          BodyTape.open(file, DocumentDecoder::new, dialect.reader(), dialect.ending());
      case TRANSCRIPT -> TranscriptTape.open(file, reader(), options.onRetry());
    };
  }

  private Tape eventTape(Function<InputStream, BodyDecoder> decoding) throws IOException {
    Dialect.Reader reader = RecordedChoices.reader(file, decoding, dialect);
    return BodyTape.open(file, decoding, reader, dialect.ending());
  }

  private Dialect.Reader reader() {
    return request()
        .map(asked -> dialect.reader(asked.expectedChoices()))
        .orElseGet(dialect::reader);
  }

  /** Assembles a source. Mutable; for one thread. */
  public static final class Builder {

    private final Path file;
    private Dialect dialect = new OpenAiDialect();
    private Function<String, Dialect> others = Builder::unknown;
    private Optional<BodyDecoder.Factory> decoders = Optional.empty();
    private double speed;

    private Builder(Path file) {
      this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * Sets the dialect of a record that does not say which it is in; the body of an answer never
     * does. By default it is OpenAI's chat completions.
     */
    public Builder dialect(Dialect spoken) {
      dialect = spoken;
      return this;
    }

    /**
     * Finds the dialect that a transcript names, if it is neither that of {@link #dialect} nor
     * OpenAI's; throws an IllegalArgumentException in one line if there is none of that name.
     */
    public Builder dialects(Function<String, Dialect> byName) {
      others = byName;
      return this;
    }

    /**
     * Makes a decoder for the bytes of a streamed answer in the framing of its dialect, such as
     * {@code EventStreams::decoder} of the Netty transport. Without one, a file that holds an event
     * stream is refused.
     */
    public Builder events(BodyDecoder.Factory decoder) {
      decoders = Optional.of(decoder);
      return this;
    }

    /**
     * Sets how fast a transcript is played: 1 as recorded, 2 twice as fast, 0 (the default) at
     * once. A body holds no times and is always played at once.
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
     * Returns the source.
     *
     * @throws IOException in one line, if the file cannot be read, holds no record, an event stream
     *     without a decoder for it, or a record in a dialect that is not known
     */
    public Replay build() throws IOException {
      RecordKind kind = RecordKind.inspect(file, dialect);
      if (kind.kind() == RecordKind.Kind.EVENTS && decoders.isEmpty()) {
        throw new IOException(
            file + " is no transcript; to play an event stream, give the builder a decoder for it");
      }
      Optional<String> said = kind.dialect();
      return new Replay(this, kind, said.isPresent() ? named(said.get()) : dialect);
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

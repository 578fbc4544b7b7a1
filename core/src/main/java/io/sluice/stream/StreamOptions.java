package io.sluice.stream;

import io.sluice.text.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a request is sent and awaited; what is asked is in the request. Immutable.
 *
 * <p>{@link #defaults} has all options, and a method such as {@link #retries(Retries)} makes
 * options that differ in one. {@link #builder} and {@link #toBuilder} make those that differ in
 * several.
 */
public final class StreamOptions {

  /** The most attributes that a caller may give a run. */
  public static final int MOST_ATTRIBUTES = 32;

  /** The most characters that the name or the value of an attribute may have. */
  public static final int LONGEST_ATTRIBUTE = 200;

  private static final StreamOptions DEFAULTS = new Builder().build();

  private final Timeouts timeouts;
  private final Retries retries;
  private final Consumer<Retry> onRetry;
  private final Consumer<ResponseHead> onHead;
  private final Form form;
  private final UsageReport usage;
  private final Optional<WireTap> tap;
  private final Map<String, String> attributes;
  private final List<HeaderField> headers;
  private final Supplier<List<HeaderField>> lateHeaders;

  private StreamOptions(Builder builder) {
    this.timeouts = builder.timeouts;
    this.retries = builder.retries;
    this.onRetry = builder.onRetry;
    this.onHead = builder.onHead;
    this.form = builder.form;
    this.usage = builder.usage;
    this.tap = builder.tap;
    this.attributes = builder.attributes.copy();
    this.headers = List.copyOf(builder.headers);
    this.lateHeaders = builder.lateHeaders;
  }

  /** A streamed answer with usage, the default limits and retries. */
  public static StreamOptions defaults() {
    return DEFAULTS;
  }

  /** Starts with the {@link #defaults}. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The limits on waiting. */
  public Timeouts timeouts() {
    return timeouts;
  }

  /** The rule by which a request is sent again. */
  public Retries retries() {
    return retries;
  }

  /**
   * What is told of each retry before its delay, on the transport's thread: must not block or
   * throw.
   */
  public Consumer<Retry> onRetry() {
    return onRetry;
  }

  /**
   * What is told the head of each response before the first chunk, on the transport's thread: must
   * not block or throw. A request that is refused and sent again has several responses.
   */
  public Consumer<ResponseHead> onHead() {
    return onHead;
  }

  /** Whether the answer is asked for in pieces or whole. */
  public Form form() {
    return form;
  }

  /** Whether the server's figures are asked for in a streamed answer. */
  public UsageReport usage() {
    return usage;
  }

  /** What is told the bytes of the answer; a transport that has no wire has none to tell. */
  public Optional<WireTap> tap() {
    return tap;
  }

  /**
   * What the caller says of the run, such as a tenant or the id of a trace, in the order in which
   * it was said. Sinks are told and transcripts record it; the server is told nothing of it.
   * Unmodifiable.
   */
  public Map<String, String> attributes() {
    return attributes;
  }

  /**
   * Header fields of the request besides those of the dialect and of the endpoint, the late ones as
   * they are now. Unmodifiable.
   */
  public List<HeaderField> headers() {
    return Stream.concat(headers.stream(), lateHeaders.get().stream()).toList();
  }

  /** Returns these options with other limits on waiting. */
  public StreamOptions timeouts(Timeouts limits) {
    return toBuilder().timeouts(limits).build();
  }

  /** Returns these options with another rule for retries. */
  public StreamOptions retries(Retries rule) {
    return toBuilder().retries(rule).build();
  }

  /** Returns these options with one more observer of retries, which is called last. */
  public StreamOptions onRetry(Consumer<Retry> observer) {
    return toBuilder().onRetry(observer).build();
  }

  /** Returns these options with one more observer of response heads, which is called last. */
  public StreamOptions onHead(Consumer<ResponseHead> observer) {
    return toBuilder().onHead(observer).build();
  }

  /** Returns these options for an answer in one piece. */
  public StreamOptions whole() {
    return toBuilder().whole().build();
  }

  /** Returns these options without a request for usage: some servers refuse the field. */
  public StreamOptions withoutUsage() {
    return toBuilder().withoutUsage().build();
  }

  /** Returns these options with a tap that receives the bytes of the answer. */
  public StreamOptions tap(WireTap told) {
    return toBuilder().tap(told).build();
  }

  /**
   * Returns these options with one more attribute; an attribute of that name is replaced.
   *
   * @throws IllegalArgumentException in one line, if the name is empty, if the name or the value
   *     has more than {@value #LONGEST_ATTRIBUTE} characters, or if it is one more than {@value
   *     #MOST_ATTRIBUTES}
   */
  public StreamOptions attribute(String name, String value) {
    return toBuilder().attribute(name, value).build();
  }

  /**
   * Returns these options with one more header field of the request, such as {@code traceparent}; a
   * field of that name is replaced.
   *
   * @throws IllegalArgumentException in one line, if the field cannot be sent, is the transport's
   *     own, or holds a secret, which belongs to the endpoint
   */
  public StreamOptions header(String name, String value) {
    return toBuilder().header(name, value).build();
  }

  /** The form in which the answer is asked for. */
  public enum Form {
    /** A stream of chunks, each sent as soon as it is made. */
    STREAMED,
    /** One document, sent when the answer is complete. */
    WHOLE
  }

  /** Whether a streamed answer is to end with the server's figures. */
  public enum UsageReport {
    /** The server is asked to send them. */
    ASKED_FOR,
    /** The request does not mention them. */
    NOT_ASKED_FOR
  }

  /** Builds options. Mutable; for one thread. */
  public static final class Builder {
    private Timeouts timeouts = Timeouts.defaults();
    private Retries retries = Retries.defaults();
    private Consumer<Retry> onRetry = retry -> {};
    private Consumer<ResponseHead> onHead = head -> {};
    private Form form = Form.STREAMED;
    private UsageReport usage = UsageReport.ASKED_FOR;
    private Optional<WireTap> tap = Optional.empty();
    private final RunAttributes attributes = new RunAttributes();
    private final List<HeaderField> headers = new ArrayList<>();
    private Supplier<List<HeaderField>> lateHeaders = List::of;

    private Builder() {}

    private Builder(StreamOptions begun) {
      this.timeouts = begun.timeouts;
      this.retries = begun.retries;
      this.onRetry = begun.onRetry;
      this.onHead = begun.onHead;
      this.form = begun.form;
      this.usage = begun.usage;
      this.tap = begun.tap;
      this.attributes.addAll(begun.attributes);
      this.headers.addAll(begun.headers);
      this.lateHeaders = begun.lateHeaders;
    }

    /** Sets the limits on waiting. */
    public Builder timeouts(Timeouts limits) {
      timeouts = Objects.requireNonNull(limits, "timeouts");
      return this;
    }

    /** Sets the rule by which a request is sent again. */
    public Builder retries(Retries rule) {
      retries = Objects.requireNonNull(rule, "retries");
      return this;
    }

    /** Adds an observer that is told of each retry, after those added before. */
    public Builder onRetry(Consumer<Retry> observer) {
      onRetry = onRetry.andThen(observer);
      return this;
    }

    /** Adds an observer that is told the head of each response, after those added before. */
    public Builder onHead(Consumer<ResponseHead> observer) {
      onHead = onHead.andThen(observer);
      return this;
    }

    /** Asks for the answer in one piece. */
    public Builder whole() {
      form = Form.WHOLE;
      return this;
    }

    /** Does not ask for usage: some servers refuse the field. */
    public Builder withoutUsage() {
      usage = UsageReport.NOT_ASKED_FOR;
      return this;
    }

    /** Sets what is told the bytes of the answer. */
    public Builder tap(WireTap told) {
      tap = Optional.of(told);
      return this;
    }

    /**
     * Adds an attribute; an attribute of that name is replaced.
     *
     * @throws IllegalArgumentException as {@link StreamOptions#attribute} has it
     */
    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    /**
     * Adds a header field of the request; a field of that name is replaced.
     *
     * @throws IllegalArgumentException as {@link StreamOptions#header} has it
     */
    public Builder header(String name, String value) {
      var field = HeaderField.ofOneRequest(name, value);
      headers.removeIf(other -> other.name().equalsIgnoreCase(name));
      headers.add(field);
      return this;
    }

    /**
     * Adds what is asked for more header fields each time the request is made, on any thread, after
     * those added before: for fields that are known only when a stream begins. It must not block or
     * throw.
     */
    public Builder lateHeaders(Supplier<List<HeaderField>> asked) {
      Objects.requireNonNull(asked, "late headers");
      Supplier<List<HeaderField>> before = lateHeaders;
      lateHeaders = () -> Stream.concat(before.get().stream(), asked.get().stream()).toList();
      return this;
    }

    /** Returns the options; the builder can be used further. */
    public StreamOptions build() {
      return new StreamOptions(this);
    }
  }
}

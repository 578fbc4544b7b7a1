package io.sluice.chat;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the server says an answer cost. The server's figures, never Sluice's own count. Immutable;
 * two are equal if their figures and their JSON are. Dialects make them by {@link #builder}.
 */
public final class Usage {

  private final OptionalLong promptTokens;
  private final OptionalLong completionTokens;
  private final long totalTokens;
  private final Json json;

  private Usage(Builder builder) {
    this.promptTokens = builder.promptTokens;
    this.completionTokens = builder.completionTokens;
    this.totalTokens = builder.totalTokens.orElse(promptTokens() + completionTokens());
    this.json = builder.json;
  }

  /**
   * Starts a report without figures.
   *
   * @param json the server's whole object, verbatim
   */
  public static Builder builder(Json json) {
    return new Builder(json);
  }

  /**
   * Starts a report with the same tokens of the request.
   *
   * @param other the server's whole object, verbatim
   */
  public Builder next(Json other) {
    Builder next = new Builder(other);
    next.promptTokens = promptTokens;
    return next;
  }

  /** The tokens of the request; 0 if the server left them out. */
  public long promptTokens() {
    return promptTokens.orElse(0);
  }

  /** Whether the server said the tokens of the request; a server may leave out cached ones. */
  public boolean tellsPrompt() {
    return promptTokens.isPresent();
  }

  /** The tokens of the answer, hidden reasoning included; 0 if the server left them out. */
  public long completionTokens() {
    return completionTokens.orElse(0);
  }

  /** Whether the server said the tokens of the answer. */
  public boolean tellsCompletion() {
    return completionTokens.isPresent();
  }

  /** Whether the server said both. */
  public boolean tellsAll() {
    return tellsPrompt() && tellsCompletion();
  }

  /** The total as the server gave it, or the sum of the other two if it left it out. */
  public long totalTokens() {
    return totalTokens;
  }

  /** The server's whole object, verbatim, with details Sluice does not model. */
  public Json json() {
    return json;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Usage usage
        && promptTokens.equals(usage.promptTokens)
        && completionTokens.equals(usage.completionTokens)
        && totalTokens == usage.totalTokens
        && json.equals(usage.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(promptTokens, completionTokens, totalTokens, json);
  }

  /** The server's object. */
  @Override
  public String toString() {
    return "Usage" + json;
  }

  /** Builds a report of usage. Mutable; for one thread. */
  public static final class Builder {
    private final Json json;
    private OptionalLong promptTokens = OptionalLong.empty();
    private OptionalLong completionTokens = OptionalLong.empty();
    private OptionalLong totalTokens = OptionalLong.empty();

    private Builder(Json json) {
      this.json = Objects.requireNonNull(json, "json");
    }

    /** Sets the tokens of the request. */
    public Builder promptTokens(long tokens) {
      promptTokens = OptionalLong.of(tokens);
      return this;
    }

    /** Sets the tokens of the answer. */
    public Builder completionTokens(long tokens) {
      completionTokens = OptionalLong.of(tokens);
      return this;
    }

    /** Sets the total, which is else the sum of the other two. */
    public Builder totalTokens(long tokens) {
      totalTokens = OptionalLong.of(tokens);
      return this;
    }

    /** Returns the report; the builder can be used further. */
    public Usage build() {
      return new Usage(this);
    }
  }
}

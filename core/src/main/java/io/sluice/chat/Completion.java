package io.sluice.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The folded answer, whole or as far as it came. Whether it is whole is said by the outcome that
 * holds it, not here. Immutable; two completions are equal if all they say is.
 *
 * <p>Sluice makes completions of chunks. Tests, and what reads answers that were kept, make them by
 * {@link #builder}.
 */
public final class Completion {

  private final String id;
  private final String model;
  private final Optional<Instant> created;
  private final List<Choice> choices;
  private final Optional<Usage> usage;
  private final Map<String, Json> other;

  private Completion(Builder builder) {
    this.id = builder.id;
    this.model = builder.model;
    this.created = builder.created;
    this.choices = builder.choices;
    this.usage = builder.usage;
    this.other = builder.other;
  }

  /** Returns the answer of which nothing was received. */
  public static Completion empty() {
    return builder().build();
  }

  /** Starts an answer of which nothing was received. */
  public static Builder builder() {
    return new Builder();
  }

  /** The server's name for the answer, empty if it gave none. */
  public String id() {
    return id;
  }

  /** The model that answered, empty if the server did not say. */
  public String model() {
    return model;
  }

  /** The time at which the answer began, as the server gives it, to the second. */
  public Optional<Instant> created() {
    return created;
  }

  /** The answers, by ascending index. Unmodifiable. */
  public List<Choice> choices() {
    return choices;
  }

  /** The server's figures, if it gave any. */
  public Optional<Usage> usage() {
    return usage;
  }

  /** The fields beside these that Sluice does not model, verbatim and in their order. */
  public Map<String, Json> other() {
    return other;
  }

  /** The choice with that index, if any of it came. */
  public Optional<Choice> choice(int index) {
    return choices.stream().filter(choice -> choice.index() == index).findFirst();
  }

  /** The visible text of choice 0, empty if there is none. */
  public String text() {
    return choice(0).flatMap(choice -> choice.message().content()).orElse("");
  }

  /** The reason why choice 0 ended; absent while it has not. */
  public Optional<FinishReason> finishReason() {
    return choice(0).flatMap(Choice::finishReason);
  }

  /**
   * The calls that choice 0 asks for, in order of their index, each folded as far as it came; empty
   * if there are none. The calls of another choice are those of its {@link Choice#message}.
   */
  public List<ToolCall> toolCalls() {
    return choice(0).map(choice -> choice.message().toolCalls()).orElse(List.of());
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Completion completion && values().equals(completion.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Completion" + values();
  }

  private List<Object> values() {
    return List.of(id, model, created, choices, usage, other);
  }

  /** Builds a completion. Mutable; for one thread. */
  public static final class Builder {
    private String id = "";
    private String model = "";
    private Optional<Instant> created = Optional.empty();
    private List<Choice> choices = List.of();
    private Optional<Usage> usage = Optional.empty();
    private Map<String, Json> other = Map.of();

    private Builder() {}

    /** Sets the server's name for the answer. */
    public Builder id(String name) {
      id = Objects.requireNonNull(name, "id");
      return this;
    }

    /** Sets the model that answered. */
    public Builder model(String name) {
      model = Objects.requireNonNull(name, "model");
      return this;
    }

    /** Sets when the server says the answer began. */
    public Builder created(Instant time) {
      created = Optional.of(time);
      return this;
    }

    /** Sets the answers, by ascending index, in place of those set before; copies the list. */
    public Builder choices(List<Choice> answers) {
      choices = List.copyOf(answers);
      return this;
    }

    /** Sets the server's figures. */
    public Builder usage(Usage figures) {
      usage = Optional.of(figures);
      return this;
    }

    /** Sets the unmodelled fields, in place of those set before; copies the map. */
    public Builder other(Map<String, Json> fields) {
      other = Fields.copyOf(fields);
      return this;
    }

    /** Returns the completion; the builder can be used further. */
    public Completion build() {
      return new Completion(this);
    }
  }
}

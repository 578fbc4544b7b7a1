package io.sluice.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A request to a model. The common settings are modelled; anything else a server takes is passed
 * through by {@link #with(String, Json)}. How the answer travels (streamed or whole) is not part of
 * it. Immutable.
 *
 * <p>{@link #of} makes a request of one question, {@link #builder} makes any other, and {@link
 * #toBuilder} makes one that differs from this. Two requests are equal if they ask the same.
 */
public final class ChatRequest {

  private final String model;
  private final List<Message> messages;
  private final OptionalDouble temperature;
  private final OptionalDouble topP;
  private final OptionalInt maxTokens;
  private final OptionalLong seed;
  private final OptionalInt choices;
  private final List<String> stop;
  private final List<Tool> tools;
  private final Map<String, Json> other;

  private ChatRequest(Builder builder) {
    this.model = builder.model;
    this.messages = List.copyOf(builder.messages);
    this.temperature = builder.temperature;
    this.topP = builder.topP;
    this.maxTokens = builder.maxTokens;
    this.seed = builder.seed;
    this.choices = builder.choices;
    this.stop = List.copyOf(builder.stop);
    this.tools = List.copyOf(builder.tools);
    this.other = builder.other;
  }

  /** Returns a request that asks one model one question and leaves all settings to the server. */
  public static ChatRequest of(String model, String prompt) {
    return builder(model).user(prompt).build();
  }

  /** Starts a request to that model. */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** A builder that begins with all that this request says. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The model's name, as the server knows it. */
  public String model() {
    return model;
  }

  /** The conversation so far, oldest first. Unmodifiable. */
  public List<Message> messages() {
    return messages;
  }

  /**
   * The temperature: 0 for the most likely answer, more for wilder ones; the server's if absent.
   */
  public OptionalDouble temperature() {
    return temperature;
  }

  /** The share of probability from which tokens are sampled, above 0 and up to 1. */
  public OptionalDouble topP() {
    return topP;
  }

  /** The most tokens the answer may have. */
  public OptionalInt maxTokens() {
    return maxTokens;
  }

  /** The number with which the server samples the same answer again, as far as it can. */
  public OptionalLong seed() {
    return seed;
  }

  /** The number of answers that are asked for; one if absent. */
  public OptionalInt choices() {
    return choices;
  }

  /** The sequences before which the answer ends. Unmodifiable. */
  public List<String> stop() {
    return stop;
  }

  /** The functions the model may call. Unmodifiable. */
  public List<Tool> tools() {
    return tools;
  }

  /**
   * The fields Sluice does not model, verbatim and in their order; they win over the modelled ones.
   * Unmodifiable.
   */
  public Map<String, Json> other() {
    return other;
  }

  /**
   * How many answers the server is asked for: {@link #choices}, or an unmodelled {@code n}; 1 if
   * neither is set.
   */
  public int expectedChoices() {
    Json field = other.get("n");
    String number = field == null ? "" : field.text().strip();
    int named = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : choices.orElse(1);
    return Math.max(1, named);
  }

  /** This request with one more unmodelled field; a field of that name is replaced. */
  public ChatRequest with(String name, Json value) {
    return toBuilder().with(name, value).build();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ChatRequest request && values().equals(request.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "ChatRequest" + values();
  }

  private List<Object> values() {
    return List.of(
        model, messages, temperature, topP, maxTokens, seed, choices, stop, tools, other);
  }

  /** Builds a request. Mutable; for one thread. */
  public static final class Builder {
    private String model;
    private final List<Message> messages = new ArrayList<>();
    private OptionalDouble temperature = OptionalDouble.empty();
    private OptionalDouble topP = OptionalDouble.empty();
    private OptionalInt maxTokens = OptionalInt.empty();
    private OptionalLong seed = OptionalLong.empty();
    private OptionalInt choices = OptionalInt.empty();
    private final List<String> stop = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private Map<String, Json> other = Map.of();

    private Builder(String model) {
      this.model = Objects.requireNonNull(model, "model");
    }

    private Builder(ChatRequest begun) {
      this.model = begun.model;
      this.messages.addAll(begun.messages);
      this.temperature = begun.temperature;
      this.topP = begun.topP;
      this.maxTokens = begun.maxTokens;
      this.seed = begun.seed;
      this.choices = begun.choices;
      this.stop.addAll(begun.stop);
      this.tools.addAll(begun.tools);
      this.other = begun.other;
    }

    /** Sets the model. */
    public Builder model(String name) {
      model = Objects.requireNonNull(name, "model");
      return this;
    }

    /** Sets the conversation, in place of the messages added before; copies the list. */
    public Builder messages(List<Message> conversation) {
      messages.clear();
      messages.addAll(conversation);
      return this;
    }

    /** Adds a message. */
    public Builder message(Message message) {
      messages.add(message);
      return this;
    }

    /** Adds a message with instructions of the system. */
    public Builder system(String content) {
      return message(Message.system(content));
    }

    /** Adds a message of the user. */
    public Builder user(String content) {
      return message(Message.user(content));
    }

    /** Sets the temperature; refuses what is no number of at least 0. */
    public Builder temperature(double value) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("temperature is " + value + "; use 0 to 2");
      }
      temperature = OptionalDouble.of(value);
      return this;
    }

    /** Leaves the temperature to the server. */
    public Builder withoutTemperature() {
      temperature = OptionalDouble.empty();
      return this;
    }

    /** Sets the share of probability to sample from; refuses what is not above 0 and up to 1. */
    public Builder topP(double value) {
      if (!(value > 0 && value <= 1)) {
        throw new IllegalArgumentException("top_p is " + value + "; use more than 0, up to 1");
      }
      topP = OptionalDouble.of(value);
      return this;
    }

    /** Sets the most tokens the answer may have; refuses less than 1. */
    public Builder maxTokens(int value) {
      maxTokens = OptionalInt.of(atLeastOne("max_tokens", value));
      return this;
    }

    /** Leaves the length of the answer to the server. */
    public Builder withoutMaxTokens() {
      maxTokens = OptionalInt.empty();
      return this;
    }

    /** Sets the seed. */
    public Builder seed(long value) {
      seed = OptionalLong.of(value);
      return this;
    }

    /** Sets how many answers are asked for; refuses less than 1. */
    public Builder choices(int value) {
      choices = OptionalInt.of(atLeastOne("n", value));
      return this;
    }

    /** Adds a sequence before which the answer ends. */
    public Builder stop(String sequence) {
      stop.add(sequence);
      return this;
    }

    /** Adds a function the model may call. */
    public Builder tool(Tool tool) {
      tools.add(tool);
      return this;
    }

    /** Adds a field that is not modelled here; a field of that name is replaced. */
    public Builder with(String name, Json value) {
      other = Fields.with(other, name, value);
      return this;
    }

    /** Returns the request; the builder can be used further. */
    public ChatRequest build() {
      return new ChatRequest(this);
    }

    private static int atLeastOne(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is " + value + "; use 1 or more");
      }
      return value;
    }
  }
}

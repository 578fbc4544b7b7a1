package io.sluice.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is asked. The common settings are modelled; anything else a server takes is passed through
 * by {@link #with(String, Json)}. How the answer travels (streamed or whole) is not part of it.
 *
 * @param model the model's name, as the server knows it
 * @param messages the conversation so far, oldest first
 * @param temperature 0 for the most likely answer, higher for wilder ones; the server's default if
 *     absent
 * @param topP the share of probability to sample from
 * @param maxTokens the most tokens the answer may have
 * @param seed asks the server to sample alike on each call
 * @param choices how many answers are asked for; absent means one
 * @param stop sequences before which the answer ends
 * @param tools functions the model may call
 * @param other fields Sluice does not model, verbatim; they win over the modelled ones
 */
public record ChatRequest(
    String model,
    List<Message> messages,
    OptionalDouble temperature,
    OptionalDouble topP,
    OptionalInt maxTokens,
    OptionalLong seed,
    OptionalInt choices,
    List<String> stop,
    List<Tool> tools,
    Map<String, Json> other) {

  /** Copies the collections. */
  public ChatRequest {
    Objects.requireNonNull(model, "model");
    messages = List.copyOf(messages);
    Objects.requireNonNull(temperature, "temperature");
    Objects.requireNonNull(topP, "topP");
    Objects.requireNonNull(maxTokens, "maxTokens");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(choices, "choices");
    stop = List.copyOf(stop);
    tools = List.copyOf(tools);
    other = Fields.copyOf(other);
  }

  /** One question to one model, everything else left to the server. */
  public static ChatRequest of(String model, String prompt) {
    return builder(model).user(prompt).build();
  }

  /** Starts a request to that model. */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** A builder that begins with all that this request says. */
  public Builder toBuilder() {
    var builder = new Builder(model);
    builder.messages.addAll(messages);
    builder.temperature = temperature;
    builder.topP = topP;
    builder.maxTokens = maxTokens;
    builder.seed = seed;
    builder.choices = choices;
    builder.stop.addAll(stop);
    builder.tools.addAll(tools);
    builder.other = other;
    return builder;
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

  /** Builds a request. Mutable; for one thread. */
  public static final class Builder {
    private final String model;
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

    /** Adds a message. */
    public Builder message(Message message) {
      messages.add(message);
      return this;
    }

    /** Adds a message of the system. */
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

    /** The request; the builder can go on. */
    public ChatRequest build() {
      return new ChatRequest(
          model, messages, temperature, topP, maxTokens, seed, choices, stop, tools, other);
    }

    private static int atLeastOne(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is " + value + "; use 1 or more");
      }
      return value;
    }
  }
}

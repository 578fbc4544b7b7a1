package io.sluice.chat;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One turn of a conversation, asked or answered. Immutable.
 *
 * <p>Factories such as {@link #user} make a message of text, {@link #builder} makes any other, and
 * {@link #toBuilder} makes one that differs from this. Two messages are equal if all they say is.
 */
public final class Message {

  private final Role role;
  private final Optional<String> content;
  private final Optional<String> reasoning;
  private final Optional<String> refusal;
  private final List<ToolCall> toolCalls;
  private final Optional<ToolCall> functionCall;
  private final Optional<String> toolCallId;
  private final Map<String, Json> other;

  private Message(Builder builder) {
    this.role = builder.role;
    this.content = builder.content;
    this.reasoning = builder.reasoning;
    this.refusal = builder.refusal;
    this.toolCalls = builder.toolCalls;
    this.functionCall = builder.functionCall;
    this.toolCallId = builder.toolCallId;
    this.other = builder.other;
  }

  /** Starts a message of that role, without content. */
  public static Builder builder(Role role) {
    return new Builder(role);
  }

  /** A message of plain text. */
  public static Message of(Role role, String content) {
    return builder(role).content(content).build();
  }

  /** A message of the user. */
  public static Message user(String content) {
    return of(Role.USER, content);
  }

  /**
   * A message of the user with pictures, documents or sounds, in this order.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public static Message user(ContentPart... parts) {
    return builder(Role.USER).parts(List.of(parts)).build();
  }

  /** A message of the system. */
  public static Message system(String content) {
    return of(Role.SYSTEM, content);
  }

  /** A message of the model. */
  public static Message assistant(String content) {
    return of(Role.ASSISTANT, content);
  }

  /**
   * The result of a tool that the model called.
   *
   * @param callId the id of the call, as {@link ToolCall#id} has it
   * @param result what the tool returned
   */
  public static Message tool(String callId, String result) {
    return builder(Role.TOOL).content(result).toolCallId(callId).build();
  }

  /**
   * The answer of choice 0 as a turn of the conversation that goes on; empty content if nothing
   * came.
   */
  public static Message of(Completion answer) {
    return answer.choice(0).map(Choice::message).map(Message::asTurn).orElse(assistant(""));
  }

  /** A builder that begins with all that this message says. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The role of the one who speaks. */
  public Role role() {
    return role;
  }

  /** The visible text; absent where none was given, as beside tool calls. */
  public Optional<String> content() {
    return content;
  }

  /** The reasoning that the model wrote before its answer. */
  public Optional<String> reasoning() {
    return reasoning;
  }

  /** The model's words when it declines. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** The calls the model asks for, in order of their index. Unmodifiable. */
  public List<ToolCall> toolCalls() {
    return toolCalls;
  }

  /** The single call of the interface that preceded tools. */
  public Optional<ToolCall> functionCall() {
    return functionCall;
  }

  /** The id of the call whose result this is. */
  public Optional<String> toolCallId() {
    return toolCallId;
  }

  /**
   * The fields Sluice does not model, verbatim and in their order. Unmodifiable. In a request they
   * win over the modelled ones, as {@code content} does that {@link Builder#parts} has set.
   */
  public Map<String, Json> other() {
    return other;
  }

  /**
   * This answer as it can be sent back: its text, refusal and calls, and of the unmodelled fields
   * those that servers want back as they were. What a request of the server's dialect has no place
   * for, the dialect leaves out. Servers refuse reasoning that comes back as mere text, and fields
   * of an answer that are none of a request.
   */
  public Message asTurn() {
    var kept = new LinkedHashMap<>(other);
    kept.keySet().retainAll(AnswerFields.SENT_BACK);
    return toBuilder().withoutReasoning().other(kept).build();
  }

  /** This message with one more unmodelled field; a field of that name is replaced. */
  public Message with(String name, Json value) {
    return toBuilder().with(name, value).build();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Message message && values().equals(message.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Message" + values();
  }

  private List<Object> values() {
    return List.of(role, content, reasoning, refusal, toolCalls, functionCall, toolCallId, other);
  }

  /** Builds a message. Mutable; for one thread. */
  public static final class Builder {
    private final Role role;
    private Optional<String> content = Optional.empty();
    private Optional<String> reasoning = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private List<ToolCall> toolCalls = List.of();
    private Optional<ToolCall> functionCall = Optional.empty();
    private Optional<String> toolCallId = Optional.empty();
    private Map<String, Json> other = Map.of();

    private Builder(Role role) {
      this.role = Objects.requireNonNull(role, "role");
    }

    private Builder(Message begun) {
      this.role = begun.role;
      this.content = begun.content;
      this.reasoning = begun.reasoning;
      this.refusal = begun.refusal;
      this.toolCalls = begun.toolCalls;
      this.functionCall = begun.functionCall;
      this.toolCallId = begun.toolCallId;
      this.other = begun.other;
    }

    /** Sets the visible text. */
    public Builder content(String text) {
      content = Optional.of(text);
      return this;
    }

    /**
     * Sets the content, as the unmodelled field of that name.
     *
     * @throws IllegalArgumentException if there is no part
     */
    public Builder parts(List<ContentPart> parts) {
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a message has no parts; give it one, or text");
      }
      return with(
          "content",
          Json.verbatim(
              parts.stream().map(part -> part.json().text()).collect(joining(",", "[", "]"))));
    }

    /** Leaves the message without visible text. */
    public Builder withoutContent() {
      content = Optional.empty();
      return this;
    }

    /** Sets the reasoning that the model wrote before its answer. */
    public Builder reasoning(String text) {
      reasoning = Optional.of(text);
      return this;
    }

    /** Leaves the message without reasoning. */
    public Builder withoutReasoning() {
      reasoning = Optional.empty();
      return this;
    }

    /** Sets the model's words when it declines. */
    public Builder refusal(String text) {
      refusal = Optional.of(text);
      return this;
    }

    /** Sets the calls the model asks for, in place of those set before; copies the list. */
    public Builder toolCalls(List<ToolCall> calls) {
      toolCalls = List.copyOf(calls);
      return this;
    }

    /** Sets the single call of the interface that preceded tools. */
    public Builder functionCall(ToolCall call) {
      functionCall = Optional.of(call);
      return this;
    }

    /** Leaves the message without calls, of either interface. */
    public Builder withoutCalls() {
      toolCalls = List.of();
      functionCall = Optional.empty();
      return this;
    }

    /** Sets the id of the call whose result this is. */
    public Builder toolCallId(String id) {
      toolCallId = Optional.of(id);
      return this;
    }

    /** Sets the unmodelled fields, in place of those set before; copies the map. */
    public Builder other(Map<String, Json> fields) {
      other = Fields.copyOf(fields);
      return this;
    }

    /** Adds an unmodelled field; a field of that name is replaced. */
    public Builder with(String name, Json value) {
      other = Fields.with(other, name, value);
      return this;
    }

    /** Returns the message; the builder can be used further. */
    public Message build() {
      return new Message(this);
    }
  }
}

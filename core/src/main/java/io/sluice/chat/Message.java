package io.sluice.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One turn of a conversation, asked or answered.
 *
 * @param role who speaks
 * @param content the visible text; absent where none was given, as beside tool calls
 * @param reasoning what the model thought aloud before its answer
 * @param refusal the model's words when it declines
 * @param toolCalls calls the model asks for, in order of their index
 * @param functionCall the single call of the interface that preceded tools
 * @param other fields Sluice does not model, verbatim; in a request they win over the modelled
 *     ones, so that content made of parts can be sent as {@code with("content", …)}
 */
public record Message(
    Role role,
    Optional<String> content,
    Optional<String> reasoning,
    Optional<String> refusal,
    List<ToolCall> toolCalls,
    Optional<ToolCall> functionCall,
    Map<String, Json> other) {

  /**
   * Signed reasoning (OpenRouter), spoken answers (OpenAI), and what dialects keep of blocks that
   * are neither text nor calls, with what the text cites.
   */
  private static final Set<String> SENT_BACK =
      Set.of("reasoning_details", "audio", "content_parts", "annotations");

  /** Copies the collections. */
  public Message {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(reasoning, "reasoning");
    Objects.requireNonNull(refusal, "refusal");
    toolCalls = List.copyOf(toolCalls);
    Objects.requireNonNull(functionCall, "functionCall");
    other = Fields.copyOf(other);
  }

  /** A message of plain text. */
  public static Message of(Role role, String content) {
    return new Message(
        role,
        Optional.of(content),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of());
  }

  /** A message of the user. */
  public static Message user(String content) {
    return of(Role.USER, content);
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
   * The answer of choice 0 as a turn of the conversation that goes on; empty content if nothing
   * came.
   */
  public static Message of(Completion answer) {
    return answer.choice(0).map(Choice::message).map(Message::asTurn).orElse(assistant(""));
  }

  /**
   * This answer as it can be sent back: its text, refusal and calls, and of the unmodelled fields
   * those that servers want back as they were. What a request of the server's dialect has no place
   * for, the dialect leaves out. Servers refuse reasoning that comes back as mere text, and fields
   * of an answer that are none of a request.
   */
  public Message asTurn() {
    var kept = new LinkedHashMap<>(other);
    kept.keySet().retainAll(SENT_BACK);
    return new Message(role, content, Optional.empty(), refusal, toolCalls, functionCall, kept);
  }

  /** This message with one more unmodelled field; a field of that name is replaced. */
  public Message with(String name, Json value) {
    return new Message(
        role,
        content,
        reasoning,
        refusal,
        toolCalls,
        functionCall,
        Fields.with(other, name, value));
  }
}

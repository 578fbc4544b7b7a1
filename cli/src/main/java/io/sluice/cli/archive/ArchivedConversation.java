package io.sluice.cli.archive;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs that go on from each other. It is named by its first run, unless it was given a name.
 * Thread-safe.
 */
public final class ArchivedConversation {
  private final AtomicReference<@Nullable String> name;
  private final Optional<ArchivedRun> last;

  private ArchivedConversation(@Nullable String name, Optional<ArchivedRun> last) {
    this.name = new AtomicReference<>(name);
    this.last = last;
  }

  /** Returns a new conversation without a name. */
  public static ArchivedConversation begun() {
    return new ArchivedConversation(null, Optional.empty());
  }

  /** Returns a new conversation of that name. */
  static ArchivedConversation begun(String name) {
    return new ArchivedConversation(name, Optional.empty());
  }

  /** Returns the conversation that a run belongs to, with the turns that the run knows. */
  static ArchivedConversation after(ArchivedRun run) {
    return new ArchivedConversation(run.conversation(), Optional.of(run));
  }

  /** The name; if the conversation has none yet, the id of its first run, which is {@code run}. */
  String nameOr(String run) {
    name.compareAndSet(null, run);
    return String.valueOf(name.get());
  }

  /** The name of the conversation; empty until its first run. */
  Optional<String> name() {
    return Optional.ofNullable(name.get());
  }

  /** How many messages {@link #turns} has beside instructions. */
  long length() {
    return turns().stream().filter(turn -> !instructs(turn)).count();
  }

  /** Whether a message holds instructions, and is neither a question nor an answer. */
  public static boolean instructs(Message turn) {
    return turn.role().equals(Role.SYSTEM) || turn.role().equals(Role.DEVELOPER);
  }

  /** What was said before, oldest first: what was asked, and the answer as far as it came. */
  public List<Message> turns() {
    List<Message> turns = new ArrayList<>();
    last.flatMap(run -> run.open().request()).map(ChatRequest::messages).ifPresent(turns::addAll);
    last.flatMap(ArchivedRun::reply).flatMap(ArchivedConversation::sendable).ifPresent(turns::add);
    return List.copyOf(turns);
  }

  /** The model that was asked last, if it was asked there. */
  public Optional<String> modelAt(String endpoint) {
    return last.filter(run -> run.open().endpoint().equals(endpoint)).map(ArchivedRun::model);
  }

  /**
   * An answer as it can be sent again, if there is anything of it to be sent.
   *
   * <p>Servers refuse tool calls that have no answer.
   */
  public static Optional<Message> sendable(Message said) {
    Message turn = said.asTurn();
    Map<String, Json> other = new LinkedHashMap<>(turn.other());
    boolean called = !said.toolCalls().isEmpty() || said.functionCall().isPresent();
    if (called) {
      other.remove(AnswerFields.CONTENT_PARTS);
    }
    return Optional.of(turn.toBuilder().withoutCalls().other(other).build())
        .filter(left -> left.content().isPresent() || left.refusal().isPresent());
  }
}

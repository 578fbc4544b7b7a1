package io.sluice.dialects.gemini;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.wire.fold.ChunkDraft;
import io.sluice.wire.fold.ContentOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The function calls of one candidate. Most come whole; of some, the arguments come in pieces,
 * whose JSON is written when the call is complete. Mutable.
 */
final class FunctionCalls {

  private final int choice;
  private int count;
  private @Nullable PartialArguments open;
  private String openId = "";

  FunctionCalls(int choice) {
    this.choice = choice;
  }

  /** Whether the arguments of the last call are incomplete. */
  boolean isOpen() {
    return open != null;
  }

  /** Whether there was any call. */
  boolean any() {
    return count > 0;
  }

  /**
   * Adds a call or a part of one.
   *
   * @param more what the server wants back with it
   * @param answer the id of the answer
   */
  void read(JsonObject said, Map<String, Json> more, String answer, ChunkDraft draft) {
    Optional<String> name = said.string("name").filter(it -> !it.isEmpty());
    boolean goesOn = said.flag("willContinue").orElse(false);
    if (name.isPresent() && !isTheOpenOne(said)) {
      close(draft);
      begin(said, name.get(), more, answer, draft);
    }
    List<JsonValue> pieces = said.elements("partialArgs").orElse(List.of());
    if (name.isEmpty() && open == null && (!pieces.isEmpty() || said.value("args").isPresent())) {
      draft.irregular(Kind.UNEXPECTED_TYPE);
    }
    PartialArguments arguments = open;
    if (arguments != null) {
      said.object("args").ifPresent(arguments::whole);
      pieces.forEach(piece -> piece.object().ifPresent(arguments::add));
    }
    if (!goesOn) {
      close(draft);
    }
  }

  /** Some servers repeat the name and the id with each part of the arguments. */
  private boolean isTheOpenOne(JsonObject said) {
    return open != null
        && !openId.isEmpty()
        && said.string("id").filter(openId::equals).isPresent();
  }

  private void begin(
      JsonObject said, String name, Map<String, Json> more, String answer, ChunkDraft draft) {
    int call = count++;
    openId = said.string("id").orElse("");
    open = new PartialArguments();
    String id =
        said.string("id")
            .filter(it -> !it.isEmpty())
            .orElse(GeminiDialect.MADE_UP + (answer.isEmpty() ? "call" : answer) + "_" + call);
    draft.add(new Delta.ToolCall(choice, call, id, name, "", Map.of()));
    ContentOrder.call(draft, choice, GeminiDialect.NAME, more);
  }

  /** Ends the call that is open, if there is one. */
  void close(ChunkDraft draft) {
    PartialArguments arguments = open;
    open = null;
    if (arguments != null) {
      draft.arguments(choice, count - 1, arguments.json());
    }
  }
}

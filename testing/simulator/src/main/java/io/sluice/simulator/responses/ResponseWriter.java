package io.sluice.simulator.responses;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerPart;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.WrittenJson;
import io.sluice.simulator.model.LogprobsJson;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a response: its beginning, its items one after the other with what is said of each, and
 * the whole response at the end. Mutable, one reader.
 */
final class ResponseWriter implements AnswerWriter {
  private final ResponseJson json;
  private final AnswerChoice choice;
  private final List<Step> steps = new ArrayList<>();
  private Optional<OpenItem> open = Optional.empty();
  private int output;
  private int events;

  ResponseWriter(ResponseJson json, AnswerChoice choice) {
    this.json = json;
    this.choice = choice;
  }

  @Override
  public List<Step> opening() {
    add(Mark.OTHER, event("response.created").with("response", json.begun()));
    add(Mark.OTHER, event("response.in_progress").with("response", json.begun()));
    return taken();
  }

  @Override
  public List<Step> part(AnswerChoice same, AnswerPart part) {
    if (part instanceof AnswerPart.Thought thought) {
      begin(new OpenItem.Reasoning(json));
      if (json.showsReasoning()) {
        String type = "response.reasoning_summary_text.delta";
        add(Mark.CHUNK, about(type).with("summary_index", 0).with("delta", thought.text()));
      }
    } else if (part instanceof AnswerPart.Said said) {
      begin(new OpenItem.Message(json));
      String type = "response.output_text.delta";
      JsonFields delta = about(type).with("content_index", 0).with("delta", said.text());
      add(Mark.CHUNK, delta.with("logprobs", new WrittenJson(LogprobsJson.array(said.tokens()))));
    } else if (part instanceof AnswerPart.CallStart start) {
      begin(new OpenItem.Call(json, start.index(), start.id(), start.name()));
    } else if (part instanceof AnswerPart.CallArguments arguments) {
      String type = "response.function_call_arguments.delta";
      add(Mark.CHUNK, about(type).with("delta", arguments.text()));
    }
    return taken();
  }

  /** Goes on with the item that is open if it is this one; else ends that and opens this one. */
  private void begin(OpenItem item) {
    if (open.equals(Optional.of(item))) {
      return;
    }
    end(ResponseJson.COMPLETED);
    open = Optional.of(item);
    add(Mark.OTHER, item("response.output_item.added", item.begun()));
    if (item instanceof OpenItem.Message) {
      part("response.content_part.added", "content_index", ResponseJson.text("", List.of()));
    } else if (item instanceof OpenItem.Reasoning && json.showsReasoning()) {
      part("response.reasoning_summary_part.added", "summary_index", ResponseJson.summary(""));
    }
  }

  private void end(String status) {
    open.ifPresent(item -> end(item, status));
    open = Optional.empty();
  }

  private void end(OpenItem item, String status) {
    if (item instanceof OpenItem.Message) {
      whole("response.output_text.done", "content_index", choice.text());
      part("response.content_part.done", "content_index", ResponseJson.text(choice));
    } else if (item instanceof OpenItem.Reasoning && json.showsReasoning()) {
      whole("response.reasoning_summary_text.done", "summary_index", choice.reasoning());
      JsonFields summary = ResponseJson.summary(choice.reasoning());
      part("response.reasoning_summary_part.done", "summary_index", summary);
    } else if (item instanceof OpenItem.Call call) {
      String arguments = choice.calls().get(call.index()).arguments();
      String type = "response.function_call_arguments.done";
      add(Mark.OTHER, about(type).with("arguments", arguments));
    }
    add(Mark.OTHER, item("response.output_item.done", item.whole(choice, status)));
    output++;
  }

  private void whole(String type, String index, String text) {
    add(Mark.OTHER, about(type).with(index, 0).with("text", text));
  }

  private void part(String type, String index, JsonFields part) {
    add(Mark.OTHER, about(type).with(index, 0).with("part", part));
  }

  @Override
  public List<Step> finish(AnswerChoice same) {
    if (!choice.callsTools() && choice.text().isEmpty()) {
      begin(new OpenItem.Message(json));
    }
    end(ResponseJson.status(choice));
    return taken();
  }

  @Override
  public List<Step> closing() {
    String type = "response." + ResponseJson.status(choice);
    add(Mark.FINISH, event(type).with("response", json.ended(choice)));
    return taken();
  }

  @Override
  public String whole() {
    return json.ended(choice).toString();
  }

  private JsonFields event(String type) {
    return JsonFields.of("type", type).with("sequence_number", events++);
  }

  private JsonFields item(String type, JsonFields item) {
    return event(type).with("output_index", output).with("item", item);
  }

  /** An event about the item that is open. */
  private JsonFields about(String type) {
    return event(type).with("item_id", open.orElseThrow().id()).with("output_index", output);
  }

  private void add(Mark mark, JsonFields event) {
    steps.add(EventFraming.NAMED.event(mark, event.toString()));
  }

  private List<Step> taken() {
    List<Step> taken = List.copyOf(steps);
    steps.clear();
    return taken;
  }
}

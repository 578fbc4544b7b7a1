package io.sluice.simulator.responses;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.ParsedJson;
import io.sluice.simulator.openai.RefusalJson;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.util.List;

/** OpenAI's Responses. */
public final class ResponsesApi implements Api {
  private static final EventFraming FRAMING = EventFraming.NAMED;
  private static final String ITEM = "msg_fault";

  @Override
  public EventFraming framing() {
    return FRAMING;
  }

  @Override
  public ChatAsk read(RequestFields request) {
    return ResponseAskReader.read(request);
  }

  @Override
  public AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices) {
    return new ResponseWriter(new ResponseJson(stamp, ask), choices.get(0));
  }

  @Override
  public String refusal(int status, ErrorBody error) {
    return RefusalJson.body(error);
  }

  @Override
  public Step.Event error(ErrorBody error) {
    return FRAMING.event(
        Mark.OTHER,
        JsonFields.of("type", "error")
            .with("code", error.code().orElse(error.type()))
            .with("message", error.message())
            .with("param", ParsedJson.NULL)
            .toString());
  }

  @Override
  public String text(long index, String text) {
    return JsonFields.of("type", "response.output_text.delta")
        .with("item_id", ITEM)
        .with("output_index", index)
        .with("content_index", 0)
        .with("delta", text)
        .toString();
  }

  @Override
  public List<Step> beginning() {
    JsonFields item = JsonFields.of("id", ITEM).with("type", "message").with("role", "assistant");
    JsonFields added =
        JsonFields.of("type", "response.output_item.added")
            .with("output_index", 0)
            .with("item", item.with("content", List.of()));
    JsonFields part =
        JsonFields.of("type", "response.content_part.added")
            .with("item_id", ITEM)
            .with("output_index", 0)
            .with("content_index", 0)
            .with("part", JsonFields.of("type", "output_text").with("text", ""));
    return List.of(
        FRAMING.event(Mark.OTHER, added.toString()), FRAMING.event(Mark.OTHER, part.toString()));
  }
}

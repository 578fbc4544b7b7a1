package io.sluice.simulator.openai;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** OpenAI's chat completions. */
public final class ChatCompletionsApi implements Api {
  private static final Pattern NO_FINISH = Pattern.compile("(\"finish_reason\"\\s*:\\s*)null");

  @Override
  public EventFraming framing() {
    return EventFraming.DATA;
  }

  @Override
  public ChatAsk read(RequestFields request) {
    return ChatAskReader.read(request);
  }

  @Override
  public AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices) {
    return new ChunkWriter(new AnswerJson(stamp, ask), ask.usage(), choices);
  }

  @Override
  public String refusal(int status, ErrorBody error) {
    return RefusalJson.body(error);
  }

  @Override
  public String text(long index, String text) {
    return "{\"id\":\"chatcmpl-fault\",\"object\":\"chat.completion.chunk\",\"created\":1,"
        + "\"model\":\""
        + OfflineAnswers.MODEL
        + "\",\"choices\":[{\"index\":"
        + index
        + ",\"delta\":{\"content\":"
        + JsonStrings.quoted(text)
        + "},\"finish_reason\":null}]}";
  }

  @Override
  public List<Step> finishing(Step.Event event) {
    String text = StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString();
    String finished = NO_FINISH.matcher(text).replaceAll("$1\"stop\"");
    return List.of(new Step.Event(event.mark(), StandardCharsets.UTF_8.encode(finished)));
  }
}

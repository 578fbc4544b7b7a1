package io.sluice.simulator.openai;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.LogprobsJson;
import java.util.ArrayList;
import java.util.List;

/** Writes the JSON of one answer: its chunks, or the answer in one piece. Immutable. */
final class AnswerJson {
  /** The JSON of a field that says nothing. */
  static final String NULL = "null";

  private final String chunkHead;
  private final String wholeHead;
  private final String chunkTail;
  private final int promptTokens;
  private final boolean detailed;
  private final boolean scored;

  AnswerJson(AnswerStamp stamp, ChatAsk ask) {
    this.chunkHead = head(stamp, "chat.completion.chunk");
    this.wholeHead = head(stamp, "chat.completion");
    // A request for usage gets the field in every chunk; it is null in all but the last.
    this.chunkTail = ask.usage() == UsageWish.INCLUDED ? ",\"usage\":null}" : "}";
    this.promptTokens = stamp.promptTokens();
    this.detailed = ask.thinking().isPresent();
    this.scored = ask.sampling().alternatives().isPresent();
  }

  String opening(AnswerChoice choice) {
    String content = choice.callsTools() ? NULL : "\"\"";
    String delta = "{\"role\":\"assistant\",\"content\":" + content + ",\"refusal\":null}";
    return chunk(choice.index(), delta, NULL, NULL);
  }

  String content(int choice, String text, String logprobs) {
    return chunk(choice, "{\"content\":" + JsonStrings.quoted(text) + "}", logprobs, NULL);
  }

  String reasoning(int choice, String text) {
    return chunk(choice, "{\"reasoning_content\":" + JsonStrings.quoted(text) + "}", NULL, NULL);
  }

  String toolCall(int choice, String call) {
    return chunk(choice, "{\"tool_calls\":[" + call + "]}", NULL, NULL);
  }

  String finish(int choice, String reason) {
    return chunk(choice, "{}", NULL, JsonStrings.quoted(reason));
  }

  String usage(List<AnswerChoice> all) {
    return chunkHead + ",\"choices\":[]" + usageField(all) + "}";
  }

  /** The answer as one document, once all choices have ended. */
  String whole(List<AnswerChoice> all) {
    var choices = new ArrayList<String>();
    for (AnswerChoice choice : all) {
      choices.add(
          "{\"index\":"
              + choices.size()
              + ",\"message\":{\"role\":\"assistant\","
              + ChoiceJson.fields(choice)
              + "},\"logprobs\":"
              + logprobs(choice)
              + ",\"finish_reason\":"
              + JsonStrings.quoted(ChoiceJson.finishReason(choice))
              + "}");
    }
    return wholeHead + ",\"choices\":[" + String.join(",", choices) + "]" + usageField(all) + "}";
  }

  private String logprobs(AnswerChoice choice) {
    return scored && !choice.callsTools() ? LogprobsJson.of(choice.scores()) : NULL;
  }

  private String chunk(int choice, String delta, String logprobs, String finish) {
    return chunkHead
        + ",\"choices\":[{\"index\":"
        + choice
        + ",\"delta\":"
        + delta
        + ",\"logprobs\":"
        + logprobs
        + ",\"finish_reason\":"
        + finish
        + "}]"
        + chunkTail;
  }

  private static String head(AnswerStamp stamp, String object) {
    return "{\"id\":"
        + JsonStrings.quoted("chatcmpl-" + stamp.id())
        + ",\"object\":\""
        + object
        + "\",\"created\":"
        + stamp.created().getEpochSecond()
        + ",\"model\":"
        + JsonStrings.quoted(stamp.model())
        + ",\"system_fingerprint\":\"fp_sluice\"";
  }

  private String usageField(List<AnswerChoice> all) {
    int tokens = all.stream().mapToInt(AnswerChoice::tokens).sum();
    int reasoning = all.stream().mapToInt(AnswerChoice::reasoningTokens).sum();
    return ",\"usage\":{\"prompt_tokens\":"
        + promptTokens
        + ",\"completion_tokens\":"
        + tokens
        + ",\"total_tokens\":"
        + (promptTokens + tokens)
        + (detailed
            ? ",\"completion_tokens_details\":{\"reasoning_tokens\":" + reasoning + "}"
            : "")
        + "}";
  }
}

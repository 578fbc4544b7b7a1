package io.sluice.simulator.ollama;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import java.util.List;

/** Ollama's own API, in its two forms. */
public enum OllamaApi implements Api {
  /** Answers to a conversation. */
  CHAT {
    @Override
    public ChatAsk read(RequestFields request) {
      return LineAskReader.chat(request);
    }

    @Override
    JsonFields said(JsonFields line, String content, String thinking) {
      JsonFields message = JsonFields.of("role", "assistant").with("content", content);
      return line.with(
          "message", thinking.isEmpty() ? message : message.with("thinking", thinking));
    }
  },
  /** Answers to a bare prompt. */
  GENERATE {
    @Override
    public ChatAsk read(RequestFields request) {
      return LineAskReader.prompt(request);
    }

    @Override
    JsonFields said(JsonFields line, String content, String thinking) {
      line.with("response", content);
      return thinking.isEmpty() ? line : line.with("thinking", thinking);
    }
  };

  /** Adds what is said to a line. */
  abstract JsonFields said(JsonFields line, String content, String thinking);

  @Override
  public EventFraming framing() {
    return EventFraming.LINES;
  }

  @Override
  public AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices) {
    return new LineWriter(this, stamp, ask, choices.get(0));
  }

  @Override
  public String refusal(int status, ErrorBody error) {
    return JsonFields.of("error", error.message()).toString();
  }

  @Override
  public String text(long index, String text) {
    JsonFields line =
        JsonFields.of("model", OfflineAnswers.MODEL).with("created_at", "2025-01-01T00:00:00Z");
    return said(line, text, "").with("done", false).toString();
  }
}

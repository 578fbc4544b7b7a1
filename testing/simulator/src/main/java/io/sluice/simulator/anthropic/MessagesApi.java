package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.ParsedJson;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Step;
import java.time.Instant;
import java.util.List;

/** Anthropic's Messages. */
public final class MessagesApi implements Api {
  private static final EventFraming FRAMING = EventFraming.NAMED;
  private static final int SERVER_ERROR = 500;

  @Override
  public EventFraming framing() {
    return FRAMING;
  }

  @Override
  public ChatAsk read(RequestFields request) {
    return MessagesAskReader.read(request);
  }

  @Override
  public AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices) {
    return new MessageWriter(new MessageFields(stamp, ask), choices.get(0));
  }

  @Override
  public String refusal(int status, ErrorBody error) {
    return JsonFields.of("type", "error")
        .with("error", JsonFields.of("type", type(status, error)).with("message", error.message()))
        .toString();
  }

  private static String type(int status, ErrorBody error) {
    if (error.code().filter("insufficient_quota"::equals).isPresent()) {
      return "billing_error";
    }
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "billing_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 504 -> "timeout_error";
      case 529 -> "overloaded_error";
      default -> status < SERVER_ERROR ? "invalid_request_error" : "api_error";
    };
  }

  @Override
  public String text(long index, String text) {
    return MessageWriter.delta(index, JsonFields.of("type", "text_delta").with("text", text))
        .toString();
  }

  @Override
  public List<Step> beginning() {
    var stamp = new AnswerStamp("fault", Instant.EPOCH, OfflineAnswers.MODEL, 1);
    return List.of(
        FRAMING.event(Mark.OTHER, MessageFields.start(stamp).toString()),
        FRAMING.event(Mark.OTHER, MessageWriter.start(0, MessageFields.text("")).toString()));
  }

  /** A stop reason is not the end of the stream, and content may follow it. */
  @Override
  public List<Step> finishing(Step.Event event) {
    JsonFields stop = MessageFields.stop("end_turn", ParsedJson.NULL);
    return List.of(event, FRAMING.event(Mark.OTHER, stop.toString()));
  }
}

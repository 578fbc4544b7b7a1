package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.AnswerChoice;
import io.sluice.simulator.chat.AnswerStamp;
import io.sluice.simulator.chat.AnswerWriter;
import io.sluice.simulator.chat.Api;
import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.ChatAsk.Form;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.request.RequestFields;
import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Step;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google's Gemini, whose paths name the model and say whether the answer is streamed. */
public final class GenerateContentApi implements Api {
  private static final int SERVER_ERROR = 500;
  private static final Pattern PATH =
      Pattern.compile(
          "/v1(?:beta)?/(?:models|tunedModels)/([^/:]+):(generate|streamGenerate)Content");
  private static final Pattern NO_FINISH =
      Pattern.compile("(\\],\"role\":\"model\"\\})(?!,\"finishReason)");

  private final String model;
  private final Form form;
  private final EventFraming framing;

  private GenerateContentApi(String model, Form form, EventFraming framing) {
    this.model = model;
    this.form = form;
    this.framing = framing;
  }

  /**
   * The API as a path addresses it; empty if the path is none of its own.
   *
   * @param query without its question mark; {@code alt=sse} asks for events in place of an array
   */
  public static Optional<Api> at(String path, String query) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    Form form = matcher.group(2).equals("generate") ? Form.WHOLE : Form.STREAM;
    boolean events = List.of(query.split("&", -1)).contains("alt=sse");
    EventFraming framing = events ? EventFraming.CRLF : EventFraming.ARRAY;
    return Optional.of(new GenerateContentApi(name, form, framing));
  }

  /** The API without a model, for refusals of paths that are none of its own. */
  public static Api unaddressed() {
    return new GenerateContentApi("", Form.WHOLE, EventFraming.CRLF);
  }

  @Override
  public EventFraming framing() {
    return framing;
  }

  @Override
  public ChatAsk read(RequestFields request) {
    return ContentAskReader.read(FieldCase.camel(request), model, form);
  }

  @Override
  public AnswerWriter writer(ChatAsk ask, AnswerStamp stamp, List<AnswerChoice> choices) {
    return new ContentWriter(new CandidateJson(stamp, ask), framing, choices);
  }

  @Override
  public String refusal(int status, ErrorBody error) {
    JsonFields fields =
        JsonFields.of("code", status).with("message", error.message()).with("status", word(status));
    return JsonFields.of("error", fields).toString();
  }

  /** Where an array was asked for, a refusal is in one, too. */
  @Override
  public String refusedBody(int status, ErrorBody error) {
    boolean array = form == Form.STREAM && framing == EventFraming.ARRAY;
    return array ? "[" + refusal(status, error) + "]" : refusal(status, error);
  }

  private static String word(int status) {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 499 -> "CANCELLED";
      case 503 -> "UNAVAILABLE";
      case 504 -> "DEADLINE_EXCEEDED";
      default -> status < SERVER_ERROR ? "FAILED_PRECONDITION" : "INTERNAL";
    };
  }

  @Override
  public String text(long index, String text) {
    JsonFields candidate =
        JsonFields.of("content", CandidateJson.content(JsonFields.of("text", text)))
            .with("index", index);
    return JsonFields.of("candidates", List.of(candidate)).toString();
  }

  /** Some gateways give every event a finish reason; only the end of the body is the end. */
  @Override
  public List<Step> finishing(Step.Event event) {
    String text = StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString();
    String finished = NO_FINISH.matcher(text).replaceAll("$1,\"finishReason\":\"STOP\"");
    return List.of(new Step.Event(event.mark(), StandardCharsets.UTF_8.encode(finished)));
  }
}

package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;
import io.sluice.cli.settings.FlagKey;
import io.sluice.stream.Failure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of this command helps where a server refuses a request. A library could not know it. */
final class RefusalHint {
  /** Paths that are added to a base URL, and that documentation shows with it. */
  private static final List<String> ADDED = List.of("/chat/completions", "/messages");

  private static final Set<Integer> NOT_THERE = Set.of(404, 405);
  private static final Set<Integer> NOT_LIKE_THAT = Set.of(400, 422);

  /** A name in quotes that is written as the fields of a request are. */
  private static final Pattern FIELD = Pattern.compile("['\"`]([a-z]+(?:_[a-z0-9]+)+)['\"`]");

  /** Names that servers quote and that are no fields of a request itself, or are set otherwise. */
  private static final Set<String> NO_PARAMETERS =
      Set.of(
          "function_call",
          "image_url",
          "include_usage",
          "input_text",
          "stream_options",
          "tool_call_id",
          "tool_calls",
          "tool_result",
          "tool_use",
          "tool_use_id");

  private RefusalHint() {}

  /**
   * The end of a line, without what separates it.
   *
   * @param answerer the server that refused
   * @param request what it was asked
   */
  static Optional<String> of(
      Failure failure, AnswerSource answerer, Optional<ChatRequest> request) {
    if (!(failure instanceof Failure.Http http)) {
      return Optional.empty();
    }
    if (NOT_THERE.contains(http.status())) {
      return answerer.url().flatMap(RefusalHint::tooLong);
    }
    return NOT_LIKE_THAT.contains(http.status())
        ? request.filter(sent -> answerer.isServer()).flatMap(sent -> missing(http.message(), sent))
        : Optional.empty();
  }

  private static Optional<String> tooLong(String url) {
    String path = Optional.ofNullable(URI.create(url).getPath()).orElse("").replaceAll("/+$", "");
    return ADDED.stream()
        .filter(path::endsWith)
        .findFirst()
        .map(added -> "it must end before " + added + ", which is added to it");
  }

  private static Optional<String> missing(String message, ChatRequest request) {
    return FIELD
        .matcher(message)
        .results()
        .map((MatchResult it) -> it.group(1))
        .filter(name -> !NO_PARAMETERS.contains(name))
        .filter(name -> FlagKey.of("--" + name.replace('_', '-')).isEmpty())
        .filter(name -> !isGiven(name, request))
        .findFirst()
        .map(name -> FlagKey.PARAM.flag() + " " + name + "=VALUE sets that field");
  }

  private static boolean isGiven(String name, ChatRequest request) {
    return request.other().containsKey(name) || request.model().equals(name);
  }
}

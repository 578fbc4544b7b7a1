package io.sluice.transcript;

import io.sluice.chat.AnswerFields;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.MalformedJsonException;
import io.sluice.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page that an answer cites.
 *
 * @param title the title in one line, empty if none was given
 * @param address the URL, in one line
 */
public record Citation(String title, String address) {
  /** Where Perplexity names what it cites, instead of the annotations of a message. */
  private static final String CITATIONS = "citations";

  private static final String RESULTS = "search_results";
  private static final String NESTED = "url_citation";

  /** A longer list would not be read. */
  private static final int MOST = 100;

  /** Makes the title and the address one line each. */
  public Citation {
    title = Printable.line(title);
    address = Printable.line(address);
  }

  /**
   * The pages that an answer cites, each once, in the order of their numbers in its text; at most
   * 100. What cannot be read is left out.
   */
  public static List<Citation> of(Completion completion) {
    Map<String, Citation> cited = new LinkedHashMap<>();
    Stream<Json> ofChoices =
        completion.choices().stream()
            .map(Choice::message)
            .flatMap(message -> field(message.other(), AnswerFields.ANNOTATIONS));
    Stream<Json> numbered = field(completion.other(), CITATIONS);
    Stream<Json> titled = field(completion.other(), RESULTS);
    Stream.of(ofChoices, numbered, titled)
        .flatMap(all -> all)
        .flatMap(all -> read(all).stream())
        .forEach(one -> cited.merge(one.address, one, Citation::better));
    return cited.values().stream().limit(MOST).toList();
  }

  private static Stream<Json> field(Map<String, Json> fields, String name) {
    return Optional.ofNullable(fields.get(name)).stream();
  }

  private static Citation better(Citation first, Citation second) {
    return first.title.isEmpty() ? second : first;
  }

  private static Collection<Citation> read(Json list) {
    List<Citation> read = new ArrayList<>();
    try {
      for (JsonValue one : new JsonValue(list).elements().orElse(List.of())) {
        JsonValue named = one.object().flatMap(object -> object.value(NESTED)).orElse(one);
        one.string()
            .or(() -> text(named, "url"))
            .filter(address -> !address.isBlank())
            .ifPresent(address -> read.add(new Citation(text(named, "title").orElse(""), address)));
      }
    } catch (MalformedJsonException unreadable) {
      return read;
    }
    return read;
  }

  private static Optional<String> text(JsonValue object, String member) {
    return object.object().flatMap(known -> known.value(member)).flatMap(JsonValue::string);
  }
}

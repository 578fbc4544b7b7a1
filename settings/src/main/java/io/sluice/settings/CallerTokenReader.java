package io.sluice.settings;

import io.sluice.settings.YamlPiece.Items;
import io.sluice.settings.YamlPiece.Member;
import io.sluice.settings.YamlPiece.Members;
import io.sluice.text.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tokens that a settings file lists; refuses in one line with the place. */
final class CallerTokenReader {
  private static final String NAME = "name";
  private static final String SHA256 = "sha256";
  private static final String RATE = "rate";
  private static final String ENDPOINTS = "endpoints";
  private static final List<String> WORDS = List.of(NAME, SHA256, RATE, ENDPOINTS);
  private static final List<String> SECRETS = List.of("token", "secret", "key", "password");
  private static final Pattern A_MINUTE = Pattern.compile("([1-9]\\d{0,8})/m");

  private final Members said;

  private CallerTokenReader(Members said) {
    this.said = said;
  }

  /** The tokens of a list, of which each is like {@code {name: anna, sha256: …, rate: 60/m}}. */
  static List<CallerToken> read(Member list) {
    if (list.value() instanceof Items items && !items.items().isEmpty()) {
      return items.items().stream().map(CallerTokenReader::token).toList();
    }
    throw new SettingsException(
        list.place() + ": 'tokens' is a list; write each like - {name: anna, sha256: HASH}");
  }

  private static CallerToken token(YamlPiece item) {
    if (item instanceof Members members) {
      return new CallerTokenReader(members).read();
    }
    throw new SettingsException(
        item.place() + ": a token has a name and a hash; write it like {name: anna, sha256: HASH}");
  }

  private CallerToken read() {
    said.members().forEach(CallerTokenReader::refuseUnknown);
    return new CallerToken(
        required(NAME), required(SHA256), perMinute(), endpoints(), said.place());
  }

  private static void refuseUnknown(String word, Member member) {
    if (SECRETS.contains(word)) {
      throw new SettingsException(
          member.place()
              + ": a token itself does not belong into a file of settings; write its "
              + SHA256
              + ", made with: printf %s TOKEN | sha256sum");
    }
    if (!WORDS.contains(word)) {
      throw new SettingsException(
          member.place() + ": " + NearestName.unknown("member of a token", word, WORDS));
    }
  }

  private String required(String word) {
    return text(word)
        .map(SettingValue::text)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new SettingsException(
                    said.place()
                        + ": a token has no '"
                        + word
                        + "'; give both "
                        + NAME
                        + " and "
                        + SHA256));
  }

  private OptionalInt perMinute() {
    Optional<SettingValue> rate = text(RATE);
    if (rate.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher granted = A_MINUTE.matcher(rate.get().text());
    if (!granted.matches()) {
      throw new SettingsException(
          rate.get().by() + " is '" + rate.get().text() + "'; use requests a minute, such as 60/m");
    }
    return OptionalInt.of(Integer.parseInt(granted.group(1)));
  }

  private List<String> endpoints() {
    return Optional.ofNullable(said.members().get(ENDPOINTS))
        .map(member -> SettingsReader.list(ENDPOINTS, member))
        .orElse(List.of());
  }

  private Optional<SettingValue> text(String word) {
    return Optional.ofNullable(said.members().get(word))
        .map(
            member ->
                new SettingValue(
                    member.place() + ": " + word, SettingsReader.text(word, member.value())));
  }
}

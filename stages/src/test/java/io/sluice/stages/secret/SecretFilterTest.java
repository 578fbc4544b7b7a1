package io.sluice.stages.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilterTest {

  /** The secrets of the corpus, none of which may be shown, nor any six characters of one. */
  static List<String> secrets() {
    return List.of(
        "ann.lee+news@mail.example.co.uk",
        "j\u00f6rg@b\u00fccher.de",
        "x@y.io",
        "a".repeat(90) + "@example.com",
        "sk-proj-" + "aB3_".repeat(12) + "-Zz9",
        "sk-ant-api03-" + "q7W".repeat(30),
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
        "github_pat_" + "11ABCDEFG0" + "abcdefghij".repeat(6),
        "xoxb-" + "123456789012-abcdefABCDEF",
        "AIza" + "SyA-1234567890abcdefghijklmnopqrstu",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0"
            + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "3782 822463 10005",
        "5500 - 0000 - 0000 - 0004",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\nqwertyuiop1234567\n"
            + "-----END RSA PRIVATE KEY-----",
        "Marie Curie",
        "MARIE\n curie",
        "\u674e\u660e");
  }

  private static final Secrets ALL =
      Secrets.usual()
          .names(List.of("Marie Curie", "Marie Curie-Sklodowska", "Bo", "\u674e\u660e"))
          .pattern(Pattern.compile("\\bproject-\\d{4}\\b"));

  @ParameterizedTest
  @MethodSource("secrets")
  void nothingOfASecretIsShownAtAnyCut(String secret) {
    for (String frame : List.of("%s", "See %s.", "{\"a\":\"%s\"}", "(%s), 12 %s 34", "\n%s\n%s")) {
      String text = frame.replace("%s", secret);
      String whole = ALL.redacted(text);
      assertHidden(whole, secret);
      for (int cut = 0; cut <= text.length(); cut++) {
        assertThat(inParts(List.of(text.substring(0, cut), text.substring(cut)))).isEqualTo(whole);
      }
      assertThat(inParts(text.chars().mapToObj(Character::toString).toList())).isEqualTo(whole);
    }
  }

  @Test
  void whatIsReplacedIsNamed() {
    assertThat(
            ALL.redacted(
                "Mail x@y.io. Use sk-1234567890abcdef1234, pay 4111 1111 1111 1111, ask MARIE"
                    + " curie's, project-1234."))
        .isEqualTo("Mail [email]. Use [key], pay [card], ask [name]'s, [removed].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ask-me-anything-about-it style.",
        "sk-learn and AKIA, eyJ.",
        "user@localhost, @handle, a @ b, 3@4.",
        "4111 1111 1111 1112 and 1234567890123456, 2024-01-02 03:04:05.678",
        "Marie Curies, Bob, Bo1, aBo",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "project-12345"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(ALL.redacted(text)).isEqualTo(text);
    assertThat(inParts(text.chars().mapToObj(Character::toString).toList())).isEqualTo(text);
  }

  @Test
  void anyTextIsRedactedAlikeAtAnyCuts() {
    List<String> bits = new ArrayList<>(secrets());
    bits.addAll(
        List.of(
            " ",
            ".",
            "@",
            "a",
            "4",
            "4111 ",
            "sk-",
            "-----END ",
            "-----",
            "Marie ",
            "\n",
            "eyJ",
            "project-",
            "1234",
            "\ud83d",
            "Bo",
            "-----BEGIN ",
            "PRIVATE KEY-----"));
    for (int seed = 0; seed < 1000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(bits.get(random.nextInt(bits.size())));
      }
      List<String> parts = new ArrayList<>();
      for (int from = 0; from < text.length(); ) {
        int to = Math.min(text.length(), from + 1 + random.nextInt(8));
        parts.add(text.substring(from, to));
        from = to;
      }
      assertThat(inParts(parts)).as("seed " + seed).isEqualTo(ALL.redacted(text.toString()));
    }
  }

  @Test
  void noMoreIsHeldBackThanIsSaid() {
    List<String> texts =
        List.of(
            "a".repeat(2000),
            "2 0 ".repeat(9),
            "x@" + "y".repeat(2000),
            "Marie ".repeat(400),
            "-----BEGIN " + "A".repeat(2000),
            "sk-",
            "a.b@c.d ".repeat(200),
            "Marie\n\n\n\n\n\nC");
    for (String text : texts) {
      SecretFilter filter = ALL.filter();
      int shown = 0;
      for (int given = 1; given <= text.length(); given++) {
        shown += filter.add(text.substring(given - 1, given)).length();
        assertThat(given - shown).isLessThanOrEqualTo(ALL.longestHeldBack());
      }
    }
    assertThat(Secrets.usual().longestHeldBack()).isEqualTo(319);
  }

  @Test
  void aWordIsShownWhenItCanBeNoSecret() {
    SecretFilter filter = Secrets.usual().filter();
    assertThat(filter.add("Hello wor")).isEqualTo("Hello ");
    assertThat(filter.add("ld ")).isEqualTo("world ");
    assertThat(filter.isEmpty()).isTrue();
  }

  @Test
  void aNameIsNeitherBlankNorEndless() {
    assertThatThrownBy(() -> Secrets.none().names(List.of(" ")))
        .hasMessage("a name to redact has 0 characters; use 1 to 100");
  }

  private static String inParts(List<String> parts) {
    SecretFilter filter = ALL.filter();
    var shown = new StringBuilder();
    parts.forEach(part -> shown.append(filter.add(part)));
    return shown.append(filter.end()).toString();
  }

  private static void assertHidden(String shown, String secret) {
    for (int from = 0; from + 6 <= secret.length(); from++) {
      String part = secret.substring(from, from + 6);
      if (!part.equals("aaaaaa")) {
        assertThat(shown).doesNotContain(part);
      }
    }
    assertThat(shown).doesNotContain(secret);
  }
}

package io.sluice.stream;

import static io.sluice.stream.FailureCategory.CONTENT_POLICY;
import static io.sluice.stream.FailureCategory.INVALID_REQUEST;
import static io.sluice.stream.FailureCategory.NOT_AUTHORISED;
import static io.sluice.stream.FailureCategory.OTHER;
import static io.sluice.stream.FailureCategory.OVERLOADED;
import static io.sluice.stream.FailureCategory.QUOTA;
import static io.sluice.stream.FailureCategory.RATE_LIMITED;
import static io.sluice.stream.FailureCategory.TOO_LONG;
import static io.sluice.stream.FailureCategory.UNAVAILABLE;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Assigns categories to the words in providers' errors, for all dialects without rules of their
 * own. A specific word in the code or the type counts most, then a specific HTTP status, then the
 * message, since some providers say only there that a key is wrong.
 */
final class ErrorWords {
  /** Words without case and punctuation, so that one entry covers every spelling. */
  private static final Map<String, FailureCategory> WORDS = new HashMap<>();

  static {
    put(
        NOT_AUTHORISED,
        "invalidapikey apikeyinvalid incorrectapikey missingapikey authenticationerror autherror"
            + " authenticationfailed invalidauthentication invalidauthenticationtoken unauthorized"
            + " unauthenticated permissionerror permissiondenied forbidden accessdenied"
            + " accessdeniedexception invalidtoken expiredtoken tokenexpired"
            + " unrecognizedclientexception accountdeactivated notauthorized");
    put(
        RATE_LIMITED,
        "ratelimitexceeded ratelimiterror ratelimit ratelimited ratelimitreached toomanyrequests"
            + " resourceexhausted throttling throttlingexception throttled throttlingratequota"
            + " requestlimitexceeded limitrequests limittokens");
    put(
        QUOTA,
        "insufficientquota quotaexceeded exceededcurrentquota exceededcurrentquotaerror"
            + " billingerror billinghardlimitreached insufficientbalance insufficientcredits"
            + " insufficientfunds paymentrequired arrearage throttlingallocationquota");
    put(
        OVERLOADED,
        "overloaded overloadederror engineoverloaded engineoverloadederror serveroverloaded"
            + " modeloverloaded slowdown servicebusy serverbusy insufficientsystemresource"
            + " modelnotreadyexception");
    put(
        UNAVAILABLE,
        "apierror servererror internalservererror internalserverexception internalerror internal"
            + " internalfailure unavailable serviceunavailable serviceunavailableexception timeout"
            + " timeouterror requesttimeout gatewaytimeout badgateway deadlineexceeded"
            + " modeltimeoutexception upstreamerror networkerror");
    put(
        TOO_LONG,
        "contextlengthexceeded contextwindowexceeded modelcontextwindowexceeded"
            + " exceedcontextsizeerror requesttoolarge payloadtoolarge prompttoolong"
            + " stringabovemaxlength tokenslimitreached");
    put(
        CONTENT_POLICY,
        "contentfilter contentpolicy contentpolicyviolation responsibleaipolicyviolation"
            + " datainspectionfailed moderationblocked promptblocked inappropriatecontent"
            + " guardrailintervened safety sensitive");
    put(
        INVALID_REQUEST,
        "invalidrequest invalidrequesterror invalidargument invalidparameter badrequest"
            + " badrequesterror notfound notfounderror modelnotfound validationerror"
            + " validationexception unsupportedparameter unsupportedvalue");
  }

  /** Texts in messages, the most specific first; each is searched for in lower case. */
  private static final List<Message> MESSAGES =
      List.of(
          new Message(
              NOT_AUTHORISED,
              "(invalid|incorrect|missing|wrong|expired|no) (api[ _-]?)?(key|token|credential)"
                  + "|(api[ _-]?key|token|credentials?) (is |was )?(not valid|invalid|incorrect"
                  + "|missing|expired|required)|unauthori[sz]ed|not authori[sz]ed"
                  + "|authentication (failed|required)"),
          new Message(
              TOO_LONG,
              "context (length|window|size)|maximum context|(prompt|request|input) is too (long|large)"
                  + "|too many (input )?tokens|exceeds? the (maximum|max) (number of|input) tokens"),
          new Message(
              QUOTA,
              "insufficient[ _](quota|balance|credit|fund)|exceeded your current quota"
                  + "|credit balance is too low|out of credits"),
          new Message(RATE_LIMITED, "rate[ _-]?limit|too many requests|throttl"),
          new Message(OVERLOADED, "overloaded|at capacity|server is busy|engine is busy"),
          new Message(
              CONTENT_POLICY,
              "content (management |usage )?policy|content filter|inappropriate content"
                  + "|safety (system|filter|reasons)"));

  private ErrorWords() {}

  /** The category of an error with these parts. */
  static FailureCategory category(
      int status, Optional<String> code, Optional<String> type, String message) {
    Optional<FailureCategory> said =
        Stream.of(code, type).flatMap(word -> known(word.orElse(""))).findFirst();
    if (said.filter(category -> category != INVALID_REQUEST).isPresent()) {
      return said.get();
    }
    FailureCategory byStatus = byStatus(status == 0 ? number(code.orElse("")) : status);
    if (byStatus != OTHER && byStatus != INVALID_REQUEST) {
      return byStatus;
    }
    return byMessage(message).or(() -> said).orElse(byStatus);
  }

  private static FailureCategory byStatus(int status) {
    return switch (status) {
      case 401, 403 -> NOT_AUTHORISED;
      case 402 -> QUOTA;
      case 408, 409 -> UNAVAILABLE;
      case 413 -> TOO_LONG;
      case 429 -> RATE_LIMITED;
      case 529 -> OVERLOADED;
      default -> status >= 500 ? UNAVAILABLE : status >= 400 ? INVALID_REQUEST : OTHER;
    };
  }

  private static Optional<FailureCategory> byMessage(String message) {
    String said = message.toLowerCase(Locale.ROOT);
    return MESSAGES.stream()
        .filter(each -> each.pattern().matcher(said).find())
        .map(Message::category)
        .findFirst();
  }

  private static Stream<FailureCategory> known(String word) {
    return Optional.ofNullable(WORDS.get(bare(word))).stream();
  }

  /** The HTTP status that a code contains; 0 if it is none. */
  private static int number(String code) {
    return code.matches("[45]\\d{2}") ? Integer.parseInt(code) : 0;
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static void put(FailureCategory category, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.put(bare(word), category);
    }
  }

  private record Message(FailureCategory category, Pattern pattern) {
    Message(FailureCategory category, String pattern) {
      this(category, Pattern.compile(pattern));
    }
  }
}

package mycelial.feed.moat;

import java.util.Optional;

/** By which name and right the feeds ask. Immutable; its text tells neither. */
public final class MoatAccess {
  private static final String PROGRAM = "mycelial-finance/1";

  private final String contact;
  private final String token;

  private MoatAccess(String contact, String token) {
    this.contact = contact;
    this.token = token;
  }

  /**
   * The usual one.
   *
   * @param contact an address at which the operator can be reached, which the SEC demands; empty
   *     for none
   * @param githubToken raises GitHub's limit from 60 calls an hour to 5000
   */
  public static MoatAccess of(String contact, Optional<String> githubToken) {
    return new MoatAccess(contact.strip(), githubToken.map(String::strip).orElse(""));
  }

  /** Whether a contact is configured. */
  boolean hasContact() {
    return !contact.isEmpty();
  }

  /** How the program calls itself. */
  String userAgent() {
    return hasContact() ? PROGRAM + " (" + contact + ")" : PROGRAM;
  }

  /** The token for GitHub. */
  Optional<String> githubToken() {
    return token.isEmpty() ? Optional.empty() : Optional.of(token);
  }

  @Override
  public String toString() {
    return "MoatAccess" + (hasContact() ? " with" : " without") + " a contact";
  }
}

/** What was typed, as the member of the request that takes it. */
export const contactMember = (text: string): { email: string } | { phone: string } => {
  const contact = text.trim();
  return contact.includes('@') ? { email: contact } : { phone: contact };
};

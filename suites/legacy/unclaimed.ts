/** Obligations of the legacy operation that no scenario can claim although an exchange could show them, by id, each with the reason. */
export const legacyUnclaimed: Readonly<Record<string, string>> = {
  'ack/SuccessWithWarning':
    'nothing that can be sent makes an answer carry a warning; one that does is reported as such',
  'ack/FailureWithWarning':
    'nothing that can be sent makes an answer carry a warning; one that does is reported as such',
  'response/FaultMessage/error/type': 'in normal form it is always a list: nothing that is sent breaks it',
  'response/ErrorData/parameter/type': 'in normal form it is always a list: nothing that is sent breaks it',
  'unused/exceptionID': 'obliges nobody: a member that is not used may be sent all the same',
  'unused/subdomain': 'obliges nobody: recorded answers nearly always have it',
  'parameter/X-PAYPAL-REQUEST-DATA-FORMAT/enum': 'the page says nothing of what answers a format that it does not list',
  'parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/enum':
    'the page says nothing of what answers a format that it does not list',
  'parameter/X-PAYPAL-MESSAGE-PROTOCOL/enum': 'the page does not speak of this header',
};

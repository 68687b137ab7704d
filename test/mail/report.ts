// A message that comes back, as servers write it: a delivery status (RFC 3464) or a complaint (RFC 5965).

/** @param name of the letter that it is about, as the address has it that it returns to */
export const reportOf = (
  name: string,
  { action = 'failed', status = '5.1.1', type = 'delivery-status' } = {},
): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.site.example',
      `To: returns+${name}@hearsay.example`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      `Content-Type: message/${type}`,
      '',
      ...(type === 'feedback-report'
        ? ['Feedback-Type: abuse', 'User-Agent: Mailer/1.0', 'Version: 1']
        : [
            'Reporting-MTA: dns; mx.site.example',
            '',
            'Final-Recipient: rfc822; reader@site.example',
            `Action: ${action}`,
            `Status: ${status}`,
            'Diagnostic-Code: smtp; 550 5.1.1 no such',
            ' user here',
          ]),
      '--b--',
      '',
    ].join('\r\n'),
  )

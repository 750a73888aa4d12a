import type { Language } from '@goshayesh/shared/refusal'

/** What each figure of a review counts, as it is told beside the figure. */
export const reviewDefinitions: Record<string, Record<Language, string>> = {
  totalCount: {
    fa: 'همه موانع ثبت‌شده‌ای که می‌بینید، جز موارد خارج از شمول و تکراری.',
    en: 'All obstacles logged that you see, without those out of scope or merged.',
  },
  resolvedCount: {
    fa: 'موانعی که رفع آن‌ها اعلام یا تأیید شده است.',
    en: 'Obstacles declared removed, verified or not.',
  },
  openCount: {
    fa: 'موانعی که رفع آن‌ها هنوز اعلام نشده است.',
    en: 'Obstacles not declared removed yet.',
  },
  overdueCount: {
    fa: 'موانعی که دست‌کم یک مهلت جاری آن‌ها گذشته است.',
    en: 'Obstacles with at least one running deadline that has passed.',
  },
  pacePerDay: {
    fa: 'میانگین موانع رفع‌شده در هر روز کاری، در ۱۰ روز کاری پیش از امروز.',
    en: 'Obstacles resolved per working day, over the 10 working days before today.',
  },
  neededPerDay: {
    fa: 'شمار موانع رفع‌نشده، تقسیم بر روزهای کاری مانده تا هدف زمانی.',
    en: 'Obstacles not resolved, divided by the working days left until the milestone.',
  },
  forecast: {
    fa: 'شمار موانع رفع‌شده تا هدف زمانی، اگر روزهای مانده مانند ۲۰ روز کاری گذشته باشد؛ با اطمینان ۸۰ درصد.',
    en: 'Resolved by the milestone if the days left are like the last 20 working days; 80 percent confidence.',
  },
  burnup: {
    fa: 'شمار موانع ثبت‌شده و رفع‌شده تا پایان هر روز کاری، در حداکثر ۶۰ روز کاری گذشته. آنچه بازگشایی شده، رفع‌نشده است.',
    en: 'Logged and resolved by the end of each working day, over at most 60 working days. What was reopened is not resolved.',
  },
  upcoming: {
    fa: 'شمار موانعی که نزدیک‌ترین مهلت آن‌ها در آن روز پایان می‌یابد، مهلت‌های متوقف هم.',
    en: 'Obstacles whose next deadline falls on that day, paused ones included.',
  },
  onTime: {
    fa: 'از مهلت‌هایی که در ۶۰ روز کاری گذشته به پایان رسیده‌اند، چند مورد پیش از گذشتن مهلت انجام شده است.',
    en: 'Of the clocks stopped in the last 60 working days, how many were stopped in time.',
  },
  medianResolveMinutes: {
    fa: 'نیمی از موانعی که این ماه رفع شده‌اند، از ثبت تا اعلام رفع حداکثر این مقدار وقت کاری برده‌اند؛ بدون زمان توقف.',
    en: 'Half of what was resolved this month took at most so much working time from logging on, pauses left out.',
  },
  medianResolveMinutesBefore: {
    fa: 'همان میانه، برای موانعی که ماه پیش رفع شده‌اند.',
    en: 'The same median of what was resolved in the month before.',
  },
  extensions: {
    fa: 'درخواست‌های تمدید مهلت در ۶۰ روز کاری گذشته، و همه درخواست‌هایی که در انتظار تصمیم‌اند.',
    en: 'Requests for extensions in the last 60 working days, and all that still wait for a decision.',
  },
  resistanceTrend: {
    fa: 'موانع از نوع «نیاز به فرهنگ‌سازی» که در هر ماه ثبت شده‌اند؛ به تفکیک دستگاه گزارش نمی‌شود.',
    en: 'Obstacles of the category “need for culture-building” logged in each month; never told by agency.',
  },
}
